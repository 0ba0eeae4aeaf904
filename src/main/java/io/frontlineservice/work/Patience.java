package io.frontlineservice.work;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long the queue waits before it tries again, and for how long it goes on trying.
 * Asked by {@link JobRun}. Thread-safe.
 */
final class Patience {

	static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	/** Beyond this many doublings every pause is the longest. */
	private static final int DOUBLINGS = 12;

	private final Duration giveUpAfter;

	private final RandomGenerator random;

	Patience(Duration giveUpAfter, RandomGenerator random) {
		this.giveUpAfter = giveUpAfter;
		this.random = random;
	}

	/**
	 * The pause after that many failures: it doubles each time, and of its second half
	 * chance decides, so that what failed together is not tried again together. It is no
	 * shorter than what the failure asks for.
	 */
	Duration pause(int failures, Throwable cause) {
		Duration full = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
		long most = Math.min(full.toMillis(), LONGEST_PAUSE.toMillis());
		Duration asked = (cause instanceof RetryLaterException later && later.after() != null) ? later.after()
				: Duration.ZERO;
		long least = Math.max(most / 2, asked.toMillis());
		return Duration.ofMillis(least + this.random.nextLong(most / 2 + 1));
	}

	/** Whether work that was asked for then has waited long enough. */
	boolean isOver(Instant requestedAt, Instant now) {
		return requestedAt.plus(this.giveUpAfter).isBefore(now);
	}

}
