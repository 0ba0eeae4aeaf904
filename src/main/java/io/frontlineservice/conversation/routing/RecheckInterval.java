package io.frontlineservice.conversation.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * The retry interval of a conversation that no worker can take: a tenth of the time that
 * it has waited, within limits. Used by {@link Assignment}.
 */
final class RecheckInterval {

	static final Duration SHORTEST = Duration.ofSeconds(30);

	static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int DIVISOR = 10;

	private RecheckInterval() {
	}

	static Duration of(Instant waitingSince, Instant now) {
		Duration interval = Duration.between(waitingSince, now).dividedBy(DIVISOR);
		if (interval.compareTo(SHORTEST) < 0) {
			return SHORTEST;
		}
		return (interval.compareTo(LONGEST) > 0) ? LONGEST : interval;
	}

}
