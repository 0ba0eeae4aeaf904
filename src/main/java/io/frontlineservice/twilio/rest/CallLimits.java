package io.frontlineservice.twilio.rest;

import java.time.Duration;

/**
 * The timeouts of a call's parts, and the limit of concurrent calls. Used by
 * {@link Transport} and {@link ConcurrencyLimit}; tests use others than
 * {@link #PRODUCTION}. Immutable.
 *
 * @param permit the longest wait for a permit of {@link ConcurrencyLimit}
 * @param connection the longest wait for a connection of the pool
 * @param connect the longest wait to connect to one address
 * @param handshake the longest wait for each message of the TLS handshake
 * @param response the longest wait for each part of the response
 * @param total the limit of all these together, without the wait for the permit
 * @param atOnce the limit of concurrent calls
 */
record CallLimits(Duration permit, Duration connection, Duration connect, Duration handshake, Duration response,
		Duration total, int atOnce) {

	/** About ten seconds in total, as {@code ConversationsGateway} promises. */
	static final CallLimits PRODUCTION = new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(2),
			Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8), 10);

}
