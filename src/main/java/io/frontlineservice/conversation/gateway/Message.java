package io.frontlineservice.conversation.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation as Twilio has it. Returned by {@link ConversationsGateway};
 * immutable.
 *
 * @param sid its SID, {@code IM} and 32 hexadecimal digits
 * @param author the identity of a worker, or the address of a customer
 * @param body the text; null for a message without text
 * @param attributes its attributes, which should be a JSON object
 * @param createdAt when it was created
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-message-resource">Message
 * resource</a>
 */
public record Message(String sid, @Nullable String author, @Nullable String body, @Nullable String attributes,
		Instant createdAt) {

	/** Does not contain the text or the author. */
	@Override
	public String toString() {
		return "Message[" + this.sid + "]";
	}

}
