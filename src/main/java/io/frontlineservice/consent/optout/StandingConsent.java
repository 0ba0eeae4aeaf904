package io.frontlineservice.consent.optout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An opt-out or opt-in that no later one has replaced. Returned by
 * {@link ConsentChanges}. Immutable.
 *
 * @param eventKey the key of the event
 * @param optedOut whether the person opted out; otherwise the person opted in
 * @param byMessage whether the person sent a keyword; otherwise an operator entered it
 * @param at when it happened
 * @param senderHash the hash of our address that it is for; null if it is for all
 * @param waitsForSender whether it is for one of our addresses that is not known yet
 */
public record StandingConsent(String eventKey, boolean optedOut, boolean byMessage, Instant at,
		@Nullable String senderHash, boolean waitsForSender) {

}
