/**
 * The people in a conversation: which customers they are in the CRM, which worker they
 * talked with last, and which workers may see them.
 */
@NullMarked
package io.frontlineservice.conversation.people;

import org.jspecify.annotations.NullMarked;
