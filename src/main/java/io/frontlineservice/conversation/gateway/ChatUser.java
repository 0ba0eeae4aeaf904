package io.frontlineservice.conversation.gateway;

import org.jspecify.annotations.Nullable;

/**
 * The user that Twilio Conversations has for a worker. Returned by
 * {@link ConversationsGateway}; immutable.
 *
 * @param friendlyName the name that others in a conversation see
 * @param attributes its attributes, which should be a JSON object
 * @see <a href="https://www.twilio.com/docs/conversations/api/user-resource">User
 * resource</a>
 */
public record ChatUser(@Nullable String friendlyName, @Nullable String attributes) {

}
