package io.frontlineservice.consent.optout;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the {@link OptOutLog}: a person opted out, or in. Immutable.
 *
 * @param participantSid the participant by whom it was learned; null if an operator
 * entered it
 * @param addressHash the hash of the person's address; null if it is unknown
 * @param customerHash the hash of the customer's id; null if it is unknown
 * @param senderHash the hash of our address that the person wrote to; null if it is
 * unknown
 * @param channel the type of the address, such as {@code sms}
 * @param optedOut whether the person opted out; otherwise the person opted in
 * @param how how it was learned
 * @param word the keyword; null if it was learned in another way
 * @param messageSid the message by which it was learned; null if an operator entered it
 * @param at when it happened
 */
record OptOutEvent(@Nullable String participantSid, @Nullable String addressHash, @Nullable String customerHash,
		@Nullable String senderHash, String channel, boolean optedOut, OptOutSource how, @Nullable String word,
		@Nullable String messageSid, Instant at) {

	/**
	 * Returns this event with the present hash of our address instead of an earlier one.
	 */
	OptOutEvent withPresentSender(Map<String, String> presentByEarlier) {
		@Nullable String present = (this.senderHash != null) ? presentByEarlier.get(this.senderHash) : null;
		return (present == null) ? this : new OptOutEvent(this.participantSid, this.addressHash, this.customerHash,
				present, this.channel, this.optedOut, this.how, this.word, this.messageSid, this.at);
	}

	/** Returns the key of the event: the same if the event is learned again. */
	String key() {
		return this.how.code() + " " + ((this.messageSid != null) ? this.messageSid + " " + this.participantSid
				: this.addressHash + " " + this.at.toEpochMilli());
	}

}
