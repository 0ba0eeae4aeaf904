/**
 * The port to Twilio's REST API for conversations, and the values that pass through it.
 * Implemented by package {@code twilio}.
 */
@NullMarked
package io.frontlineservice.conversation.gateway;

import org.jspecify.annotations.NullMarked;
