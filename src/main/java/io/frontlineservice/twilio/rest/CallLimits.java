package io.frontlineservice.twilio.rest;

import io.frontlineservice.http.HttpLimits;
import java.time.Duration;

/**
 * The time limits of a call, and the limit of concurrent calls. Used by
 * {@link TwilioTransport} and {@link ConcurrencyLimit}; tests use others than
 * {@link #PRODUCTION}. Immutable.
 *
 * @param permit the longest wait for a permit of {@link ConcurrencyLimit}
 * @param http the limits of the call itself
 */
record CallLimits(Duration permit, HttpLimits http) {

	/** Enough for a page of a hundred conversations with the largest attributes. */
	private static final int MAX_BYTES = 16 * 1024 * 1024;

	/** About ten seconds in total, as {@code ConversationsGateway} promises. */
	static final CallLimits PRODUCTION = new CallLimits(Duration.ofSeconds(2), new HttpLimits(Duration.ofSeconds(2),
			Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8), 10, MAX_BYTES));

	/** Returns the limit of concurrent calls. */
	int atOnce() {
		return this.http.atOnce();
	}

}
