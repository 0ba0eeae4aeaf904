package io.frontlineservice.consent.push;

import java.time.Instant;

/**
 * A consent for Twilio: whether a person accepts messages from one of our numbers.
 * Immutable.
 *
 * @param correlationId 32 hexadecimal digits, the same whenever this item is sent
 * @param contact the person's number in E.164
 * @param sender our number in E.164
 * @param optedOut whether the person opted out; otherwise the person opted in
 * @param byMessage whether the person sent a keyword; otherwise an operator entered it
 * @param at when the person decided
 */
public record ConsentItem(String correlationId, String contact, String sender, boolean optedOut, boolean byMessage,
		Instant at) {

	/** Does not contain the numbers. */
	@Override
	public String toString() {
		return "ConsentItem[" + this.correlationId + "]";
	}

}
