/**
 * The choice of the worker for a conversation: the rules, the stored decisions, and the
 * endpoint that explains them.
 */
@NullMarked
package io.frontlineservice.conversation.routing;

import org.jspecify.annotations.NullMarked;
