package io.frontlineservice.work;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * How long the queue waits before it tries again, and for how long it goes on trying.
 * Asked by {@link JobRun}. Thread-safe.
 */
final class RetryPolicy {

	static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	/** Beyond this many doublings every pause is the longest. */
	private static final int DOUBLINGS = 12;

	/**
	 * Nothing is given up after fewer failures, however old it is, and nothing after more
	 * that nobody foresaw: those tend to stay.
	 */
	private static final int TRIES = 12;

	private final Duration giveUpAfter;

	private final RandomGenerator random;

	RetryPolicy(Duration giveUpAfter, RandomGenerator random) {
		this.giveUpAfter = giveUpAfter;
		this.random = random;
	}

	/**
	 * The pause after that many failures: it doubles each time, and of its second half
	 * chance decides, so that what failed together is not tried again together. It is no
	 * shorter than what the failure asks for, and no longer than that where the failure
	 * is none but waits for people.
	 */
	Duration pause(int failures, Throwable cause) {
		RetryLaterException foreseen = (cause instanceof RetryLaterException it) ? it : null;
		long asked = (foreseen != null && foreseen.after() != null) ? foreseen.after().toMillis() : 0;
		if (foreseen != null && foreseen.isSteady()) {
			return Duration.ofMillis(asked);
		}
		Duration full = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
		long half = Math.min(full.toMillis(), LONGEST_PAUSE.toMillis()) / 2;
		return Duration.ofMillis(Math.max(half, asked) + this.random.nextLong(half + 1));
	}

	/**
	 * Why work is given up; null if it is tried again.
	 * @param failures how often it has failed, one after the other
	 */
	@Nullable String verdict(Throwable cause, WorkRequest request, int failures, Instant now) {
		if (cause instanceof GiveUpException) {
			return cause.getMessage();
		}
		if (cause instanceof RetryLaterException later) {
			boolean over = failures >= TRIES && request.requestedAt().plus(this.giveUpAfter).isBefore(now);
			return (over && !later.isSteady()) ? cause.getMessage() : null;
		}
		return (!isOfStore(cause) && request.unforeseen() + 1 >= TRIES) ? "Failed with " + cause.getClass().getName()
				: null;
	}

	/** Of a store that fails, nothing can be concluded about the work. */
	static boolean isOfStore(Throwable cause) {
		return cause instanceof DataAccessException || cause instanceof TransactionException;
	}

}
