package io.frontlineservice.conversation.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a conversation as Twilio has them. Made by {@link ConversationsGateway};
 * immutable.
 *
 * @param sid its SID, {@code MB} and 32 hexadecimal digits
 * @param identity the identity of a worker or of a customer on chat; null of whoever
 * writes from a number
 * @param attributes its attributes, which should be a JSON object
 * @param address the number that a customer writes from, with {@code whatsapp:} before it
 * on WhatsApp
 * @param proxyAddress the number of ours that the customer writes to
 * @param projectedAddress the number of ours that a group MMS goes over
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-participant-resource">Participant
 * resource</a>
 */
public record Participant(String sid, @Nullable String identity, @Nullable String attributes, @Nullable String address,
		@Nullable String proxyAddress, @Nullable String projectedAddress) {

	/** An identity that is empty is none. */
	public Participant {
		identity = (identity != null && identity.isBlank()) ? null : identity;
	}

}
