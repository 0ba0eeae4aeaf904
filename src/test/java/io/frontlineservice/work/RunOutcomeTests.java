package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.work.RunOutcome.Done;
import io.frontlineservice.work.RunOutcome.GiveUp;
import io.frontlineservice.work.RunOutcome.NothingRequested;
import io.frontlineservice.work.RunOutcome.RetryAt;
import io.frontlineservice.work.RunOutcome.TakenOver;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;

/** What follows from a run, as a table. */
class RunOutcomeTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

	private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final WorkRequest FOUND = new WorkRequest(1, 5, YESTERDAY, YESTERDAY, 3);

	private static final WorkRequest REQUESTED_AGAIN = new WorkRequest(1, 6, YESTERDAY, YESTERDAY, 3);

	private static final WorkRequest REQUESTED_AGAIN_NOT_BEFORE = new WorkRequest(1, 6, YESTERDAY, NOW.plus(MINUTE), 3);

	private static final WorkRequest OF_ANOTHER_PROCESS = new WorkRequest(2, 5, YESTERDAY, YESTERDAY, 3);

	private static final WorkRequest OLD = new WorkRequest(1, 5, LAST_WEEK, YESTERDAY, 0);

	private static final WorkRequest OFTEN_FAILED = new WorkRequest(1, 5, YESTERDAY, YESTERDAY, 11);

	/** Half of the pause is random: here the random half is zero. */
	private final RetryPolicy policy = new RetryPolicy(Duration.ofDays(3), () -> 0);

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "successes", "failuresThatAreRetried", "failuresThatAreGivenUp" })
	void runHasOutcome(String run, @Nullable WorkRequest found, @Nullable Throwable failure, int failures,
			@Nullable WorkRequest current, RunOutcome outcome) {
		assertThat(this.policy.decide(new FinishedRun(found, failure, failures), current, NOW)).isEqualTo(outcome);
	}

	private static Stream<Arguments> successes() {
		return Stream.of(row("success fulfills the request", FOUND, null, 2, FOUND, new Done()),
				row("success runs again if requested since", FOUND, null, 2, REQUESTED_AGAIN,
						new RetryAt(NOW, REQUESTED_AGAIN, false)),
				row("success leaves another process's request", FOUND, null, 2, OF_ANOTHER_PROCESS, new TakenOver()),
				row("success without request left", FOUND, null, 2, null, new NothingRequested()),
				row("run without request", null, null, 0, null, new NothingRequested()),
				row("run without request, requested since", null, null, 0, FOUND, new RetryAt(NOW, FOUND, false)));
	}

	private static Stream<Arguments> failuresThatAreRetried() {
		return Stream.of(
				row("first failure", FOUND, later(), 0, FOUND, failed(Duration.ofMillis(250), FOUND.postponed(NOW))),
				row("second failure doubles the pause", FOUND, later(), 1, FOUND,
						failed(Duration.ofMillis(500), FOUND.postponed(NOW))),
				row("failure that asks for a pause", FOUND, notBeforeAMinute(), 0, FOUND,
						failed(MINUTE, FOUND.postponed(NOW.plus(MINUTE)))),
				row("wait resets age and failures", FOUND, everyMinute(), 20, FOUND,
						new RetryAt(NOW.plus(MINUTE), new WorkRequest(1, 5, NOW, NOW, 0), false)),
				row("wait of an old request", OLD, everyMinute(), 20, OLD,
						new RetryAt(NOW.plus(MINUTE), new WorkRequest(1, 5, NOW, NOW, 0), false)),
				row("unexpected failure is counted", FOUND, unexpected(), 0, FOUND,
						failed(Duration.ofMillis(250), new WorkRequest(1, 5, YESTERDAY, YESTERDAY, 4))),
				row("failure of the store is not counted", OFTEN_FAILED, ofStore(), 0, OFTEN_FAILED,
						failed(Duration.ofMillis(250), OFTEN_FAILED)),
				row("failure of the store before the request was read", null, ofStore(), 0, FOUND,
						failed(Duration.ofMillis(250), FOUND)),
				row("old request with few failures", OLD, later(), 10, OLD,
						failed(Duration.ofSeconds(150), OLD.postponed(NOW))),
				row("young request with many failures", FOUND, later(), 20, FOUND,
						failed(Duration.ofSeconds(150), FOUND.postponed(NOW))),
				row("failure runs again at once if requested since", FOUND, later(), 20, REQUESTED_AGAIN,
						failed(Duration.ZERO, REQUESTED_AGAIN)),
				row("failure runs again when it may if requested since", FOUND, later(), 20, REQUESTED_AGAIN_NOT_BEFORE,
						failed(MINUTE, REQUESTED_AGAIN_NOT_BEFORE)),
				row("wait runs again at once if requested since", FOUND, everyMinute(), 20, REQUESTED_AGAIN,
						new RetryAt(NOW, REQUESTED_AGAIN, false)),
				row("giving up is forgotten if requested since", FOUND, giveUp(), 0, REQUESTED_AGAIN,
						failed(Duration.ZERO, REQUESTED_AGAIN)));
	}

	private static Stream<Arguments> failuresThatAreGivenUp() {
		return Stream.of(row("job gives up", FOUND, giveUp(), 0, FOUND, new GiveUp("The conversation is closed", 1)),
				row("old request with many failures", OLD, later(), 11, OLD, new GiveUp("Twilio is down", 12)),
				row("twelfth unexpected failure", OFTEN_FAILED, unexpected(), 0, OFTEN_FAILED,
						new GiveUp("Failed with java.lang.IllegalStateException", 1)),
				row("failure leaves the request of another process", FOUND, giveUp(), 0, OF_ANOTHER_PROCESS,
						new TakenOver()),
				row("failure without request left", FOUND, giveUp(), 0, null, new NothingRequested()),
				row("job without request cannot give up", null, giveUp(), 0, FOUND,
						failed(Duration.ofMillis(250), new WorkRequest(1, 5, YESTERDAY, YESTERDAY, 4))));
	}

	private static Arguments row(String run, @Nullable WorkRequest found, @Nullable Throwable failure, int failures,
			@Nullable WorkRequest current, RunOutcome outcome) {
		return Arguments.of(run, found, failure, failures, current, outcome);
	}

	private static RetryAt failed(Duration pause, WorkRequest request) {
		return new RetryAt(NOW.plus(pause), request, true);
	}

	private static Throwable later() {
		return new RetryLaterException("Twilio is down");
	}

	private static Throwable notBeforeAMinute() {
		return new RetryLaterException("Twilio is down", MINUTE);
	}

	private static Throwable everyMinute() {
		return RetryLaterException.every(MINUTE, "No worker is available");
	}

	private static Throwable giveUp() {
		return new GiveUpException("The conversation is closed");
	}

	private static Throwable unexpected() {
		return new IllegalStateException("unexpected");
	}

	private static Throwable ofStore() {
		return new QueryTimeoutException("The store takes too long");
	}

}
