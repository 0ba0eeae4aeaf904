package io.frontlineservice.conversation.participant;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a customer has sent. Created by the conversations callback for
 * {@link InboundMessages}. Immutable.
 *
 * @param conversationSid the conversation
 * @param participantSid the author, {@code MB} and 32 hexadecimal digits
 * @param messageSid the message, {@code IM} and 32 hexadecimal digits
 * @param address the address of the author
 * @param channel the type of that address, such as {@code sms} or {@code whatsapp}
 * @param body the text; null for a message without text
 * @param at when Twilio received it
 */
public record InboundMessage(ConversationSid conversationSid, String participantSid, String messageSid, Address address,
		String channel, @Nullable String body, Instant at) {

	/** Contains neither the text nor the address. */
	@Override
	public String toString() {
		return "InboundMessage[" + this.messageSid + "]";
	}

}
