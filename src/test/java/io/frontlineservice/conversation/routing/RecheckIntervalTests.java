package io.frontlineservice.conversation.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a conversation that no worker can take is retried. */
class RecheckIntervalTests {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

	@ParameterizedTest
	@CsvSource({ "PT-1H, PT30S", "PT0S, PT30S", "PT5M, PT30S", "PT10M, PT1M", "PT40M, PT4M", "PT50M, PT5M",
			"PT24H, PT5M" })
	void intervalIsATenthOfTheTimeWaitedWithinLimits(Duration waited, Duration interval) {
		assertThat(RecheckInterval.of(START, START.plus(waited))).isEqualTo(interval);
	}

	@ParameterizedTest
	@CsvSource({ "0, 40", "1, 13", "24, 13" })
	void anHourHasFewRechecks(int hoursWaited, int most) {
		Instant begin = START.plus(Duration.ofHours(hoursWaited));
		int rechecks = 0;
		for (Instant now = begin; now.isBefore(begin.plus(Duration.ofHours(1)));) {
			now = now.plus(RecheckInterval.of(START, now));
			rechecks++;
		}
		assertThat(rechecks).isLessThanOrEqualTo(most);
	}

}
