package io.frontlineservice.work;

import io.frontlineservice.work.RunOutcome.Done;
import io.frontlineservice.work.RunOutcome.GiveUp;
import io.frontlineservice.work.RunOutcome.NothingRequested;
import io.frontlineservice.work.RunOutcome.RetryAt;
import io.frontlineservice.work.RunOutcome.TakenOver;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Decides what follows from a run: whether the job is done, runs again and when, or is
 * given up. Called by {@link RunCompletion}. Has no side effects; thread-safe.
 */
final class RetryPolicy {

	static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	/** After this many doublings the pause has reached its maximum. */
	private static final int DOUBLINGS = 12;

	/**
	 * An expected failure never gives up before this many consecutive failures, however
	 * old the request is. An unexpected failure gives up after this many.
	 */
	private static final int TRIES = 12;

	private final Duration giveUpAfter;

	private final RandomGenerator random;

	RetryPolicy(Duration giveUpAfter, RandomGenerator random) {
		this.giveUpAfter = giveUpAfter;
		this.random = random;
	}

	/**
	 * Decides what follows from a run.
	 * @param current the request as it is in the store now; null if it was removed
	 */
	RunOutcome decide(FinishedRun run, @Nullable WorkRequest current, Instant now) {
		if (current == null) {
			return new NothingRequested();
		}
		if (run.isBefore(current)) {
			return new TakenOver();
		}
		if (run.failure() != null) {
			return afterFailure(run, run.failure(), current, now);
		}
		boolean fulfilled = run.request() != null && !run.missed(current);
		return fulfilled ? new Done() : new RetryAt(now, current, false);
	}

	private RunOutcome afterFailure(FinishedRun run, Throwable failure, WorkRequest current, Instant now) {
		boolean countsAsFailure = !isSteady(failure);
		if (run.missed(current)) {
			return new RetryAt(latest(now, current.notBefore()), current, countsAsFailure);
		}
		int failures = run.failures() + 1;
		String reason = verdict(failure, current, failures, now);
		// A run that could not read its request must not remove it.
		if (reason != null && run.request() != null) {
			return new GiveUp(reason, failures);
		}
		return new RetryAt(now.plus(pause(failures, failure)), afterFailure(current, failure, now), countsAsFailure);
	}

	private static WorkRequest afterFailure(WorkRequest request, Throwable failure, Instant now) {
		if (failure instanceof RetryLaterException later) {
			return later.isSteady() ? request.waiting(now)
					: request.postponed((later.after() != null) ? now.plus(later.after()) : now);
		}
		return isOfStore(failure) ? request : request.failed();
	}

	/**
	 * The pause after that many consecutive failures. It doubles each time; its second
	 * half is random, so that jobs that failed together are not retried together. It is
	 * never shorter than the failure asks for, and exactly that long if the job only
	 * waits.
	 */
	Duration pause(int failures, Throwable cause) {
		RetryLaterException expected = (cause instanceof RetryLaterException it) ? it : null;
		long asked = (expected != null && expected.after() != null) ? expected.after().toMillis() : 0;
		if (expected != null && expected.isSteady()) {
			return Duration.ofMillis(asked);
		}
		Duration full = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
		long half = Math.min(full.toMillis(), LONGEST_PAUSE.toMillis()) / 2;
		return Duration.ofMillis(Math.max(half, asked) + this.random.nextLong(half + 1));
	}

	/**
	 * The reason to give the job up; null to retry it.
	 * @param failures the number of consecutive failures, including this one
	 */
	@Nullable String verdict(Throwable cause, WorkRequest request, int failures, Instant now) {
		if (cause instanceof GiveUpException) {
			return cause.getMessage();
		}
		if (cause instanceof RetryLaterException later) {
			boolean over = failures >= TRIES && request.requestedAt().plus(this.giveUpAfter).isBefore(now);
			return (over && !later.isSteady()) ? cause.getMessage() : null;
		}
		boolean over = !isOfStore(cause) && request.unexpectedFailures() + 1 >= TRIES;
		return over ? "Failed with " + cause.getClass().getName() : null;
	}

	/** A failure of the store says nothing about the job. */
	private static boolean isOfStore(Throwable cause) {
		return cause instanceof DataAccessException || cause instanceof TransactionException;
	}

	private static boolean isSteady(Throwable cause) {
		return cause instanceof RetryLaterException later && later.isSteady();
	}

	private static Instant latest(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
