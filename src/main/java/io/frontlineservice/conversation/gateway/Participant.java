package io.frontlineservice.conversation.gateway;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.InboundAddresses;
import org.jspecify.annotations.Nullable;

/**
 * A participant of a conversation as Twilio has it. Returned by
 * {@link ConversationsGateway}; immutable.
 *
 * @param sid its SID, {@code MB} and 32 hexadecimal digits
 * @param identity the identity of a worker or of a customer on chat; null for a person
 * who writes from a number
 * @param attributes its attributes, which should be a JSON object
 * @param address the number that a customer writes from, with the prefix
 * {@code whatsapp:} on WhatsApp
 * @param proxyAddress our number that the customer writes to
 * @param projectedAddress our number in a group MMS
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-participant-resource">Participant
 * resource</a>
 */
public record Participant(String sid, @Nullable String identity, @Nullable String attributes, @Nullable String address,
		@Nullable String proxyAddress, @Nullable String projectedAddress) {

	/** A blank identity counts as missing. */
	public Participant {
		identity = (identity != null && identity.isBlank()) ? null : identity;
	}

	/** Returns the channel of the address as Twilio names it. */
	public String channel() {
		return (this.address != null) ? InboundAddresses.channelName(this.address) : ChannelType.CHAT.wireName();
	}

}
