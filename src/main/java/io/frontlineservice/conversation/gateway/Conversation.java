package io.frontlineservice.conversation.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as Twilio has it. Made by {@link ConversationsGateway}; immutable.
 *
 * @param sid its SID, {@code CH} and 32 hexadecimal digits
 * @param state where it is in its life
 * @param friendlyName the name that the app shows
 * @param attributes its attributes, which should be a JSON object
 * @param createdAt when it was created
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-resource">Conversation
 * resource</a>
 */
public record Conversation(ConversationSid sid, State state, @Nullable String friendlyName, @Nullable String attributes,
		Instant createdAt) {

	/** Where a conversation is in its life. */
	public enum State {

		/** Twilio is still making it; nobody can be added or described. */
		INITIALIZING,

		/** It is open. */
		ACTIVE,

		/** Nobody has written for some time; it is open all the same. */
		INACTIVE,

		/** It is over, and cannot be changed. */
		CLOSED

	}

}
