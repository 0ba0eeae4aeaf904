package io.frontlineservice.crm.http;

import java.time.Duration;

/**
 * A limit of calls in any period of that length. Part of {@link RateLimits}. Immutable.
 *
 * @param name the name, which requests and metrics use
 * @param calls the most calls in the period
 * @param period the length of the period, at most a few minutes: see
 * {@link RateLimits#quota} for the calls of a day
 */
public record RateLimit(String name, int calls, Duration period) {

	public RateLimit {
		if (calls < 1 || period.isNegative() || period.isZero()) {
			throw new IllegalArgumentException("A rate limit must allow at least one call in a period");
		}
	}

}
