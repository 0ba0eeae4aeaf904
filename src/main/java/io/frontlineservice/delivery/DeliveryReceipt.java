package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ConversationSid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery receipt of Twilio: the status of a message for one participant. Created by
 * the conversations callback. Immutable.
 *
 * @param conversationSid the conversation
 * @param messageSid the message, {@code IM} and 32 hexadecimal digits
 * @param participantSid the participant, {@code MB} and 32 hexadecimal digits
 * @param status the status
 * @param errorCode Twilio's error code; 0 without an error
 * @param createdAt when the message was sent; null if the receipt does not say it
 */
public record DeliveryReceipt(ConversationSid conversationSid, String messageSid, String participantSid,
		DeliveryStatus status, int errorCode, @Nullable Instant createdAt) {

	/** Returns when the message was sent; now if that is unknown or in the future. */
	Instant sentAt(Instant now) {
		return (this.createdAt != null && this.createdAt.isBefore(now)) ? this.createdAt : now;
	}

}
