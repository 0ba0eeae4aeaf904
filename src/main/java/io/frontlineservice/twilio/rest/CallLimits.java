package io.frontlineservice.twilio.rest;

import java.time.Duration;

/**
 * How long a call may take, part by part, and how many there may be at once. Used by
 * {@link Transport} and {@link ConcurrencyLimit}; all but {@link #PRODUCTION} are for
 * tests.
 *
 * @param permit how long to wait for the other calls
 * @param connection how long to wait for a connection of the pool
 * @param connect how long to wait for an address to be connected to
 * @param handshake how long to wait for each message of TLS's handshake
 * @param response how long to wait for each part of the answer
 * @param total how long all this may take together, but for the turn
 * @param atOnce how many calls there may be at once
 */
record CallLimits(Duration permit, Duration connection, Duration connect, Duration handshake, Duration response,
		Duration total, int atOnce) {

	/** Together some ten seconds, as {@code ConversationsGateway} promises. */
	static final CallLimits PRODUCTION = new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(2),
			Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8), 10);

}
