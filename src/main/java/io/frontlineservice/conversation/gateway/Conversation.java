package io.frontlineservice.conversation.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as Twilio has it. Returned by {@link ConversationsGateway}; immutable.
 *
 * @param sid its SID, {@code CH} and 32 hexadecimal digits
 * @param state its state
 * @param friendlyName the name that the app shows
 * @param attributes its attributes, which should be a JSON object
 * @param createdAt when it was created
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-resource">Conversation
 * resource</a>
 */
public record Conversation(ConversationSid sid, State state, @Nullable String friendlyName, @Nullable String attributes,
		Instant createdAt) {

	/** The state of a conversation. */
	public enum State {

		/** Twilio is still creating it; it cannot be changed yet. */
		INITIALIZING,

		/** It is open. */
		ACTIVE,

		/** It is open, but has had no message for some time. */
		INACTIVE,

		/** It has ended and cannot be changed. */
		CLOSED

	}

}
