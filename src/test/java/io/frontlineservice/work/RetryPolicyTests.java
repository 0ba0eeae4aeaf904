package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How long the queue waits before a retry, and when it gives up. */
class RetryPolicyTests {

	private final Throwable failure = new RetryLaterException("Twilio is away");

	private final RetryPolicy retryPolicy = new RetryPolicy(Duration.ofDays(3), new Random(1));

	@Property
	void pauseDoublesUpToFiveMinutesWithRandomHalf(@ForAll @IntRange(min = 1, max = 10_000) int failures) {
		double full = Math.min(500 * Math.pow(2, failures - 1), 300_000);
		assertThat((double) this.retryPolicy.pause(failures, this.failure).toMillis()).isBetween(Math.floor(full / 2),
				full);
	}

	@Property
	void pausesDiffer(@ForAll @IntRange(min = 3, max = 100) int failures) {
		assertThat(this.retryPolicy.pause(failures, this.failure))
			.isNotEqualTo(this.retryPolicy.pause(failures, this.failure));
	}

	@Property
	void pauseIsAtLeastTheMinimumPause(@ForAll @IntRange(min = 1, max = 50) int failures,
			@ForAll @IntRange(min = 0, max = 900) int seconds) {
		Duration asked = Duration.ofSeconds(seconds);
		assertThat(this.retryPolicy.pause(failures, new RetryLaterException("too many requests", asked)))
			.isGreaterThanOrEqualTo(asked);
	}

	@Test
	void jobIsGivenUpAfterConfiguredTime() {
		Instant asked = Instant.parse("2026-11-23T10:00:00Z");
		WorkRequest request = new WorkRequest(1, 1, asked, asked, 0);
		Instant end = asked.plus(Duration.ofDays(3));
		assertThat(this.retryPolicy.verdict(this.failure, request, 12, end)).isNull();
		assertThat(this.retryPolicy.verdict(this.failure, request, 12, end.plusMillis(1))).isEqualTo("Twilio is away");
		assertThat(this.retryPolicy.verdict(this.failure, request, 11, end.plusMillis(1))).isNull();
	}

}
