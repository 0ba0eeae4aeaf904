package io.frontlineservice.conversation.participant;

import io.frontlineservice.conversation.gateway.ConversationSid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a participant of a conversation who is not a worker. Kept by
 * {@link KnownParticipants}. Immutable.
 *
 * @param conversationSid the conversation
 * @param participantSid the participant, {@code MB} and 32 hexadecimal digits
 * @param channel the type of the address, such as {@code sms} or {@code whatsapp}
 * @param addressHash the hash of the person's address; null if it cannot be recognized
 * @param customerHash the hash of the customer's id; null if the CRM does not know the
 * person
 * @param senderHash the hash of our address that the person writes to; null if it is
 * unknown
 * @param lastInboundAt when the person last wrote in this conversation; null if never
 */
public record KnownParticipant(ConversationSid conversationSid, String participantSid, String channel,
		@Nullable String addressHash, @Nullable String customerHash, @Nullable String senderHash,
		@Nullable Instant lastInboundAt) {

}
