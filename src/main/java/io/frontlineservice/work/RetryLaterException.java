package io.frontlineservice.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that a {@link Job} needs is not available now, but will be. Thrown by jobs;
 * the job is retried with backoff until {@code frontline.work.give-up-after} has passed.
 * Operators read the message: it contains no names and no numbers.
 */
public class RetryLaterException extends RuntimeException {

	private final @Nullable Duration after;

	private final boolean steady;

	/**
	 * Creates an exception that leaves the time of the retry to the queue.
	 * @param reason what is missing
	 */
	public RetryLaterException(String reason) {
		this(reason, null);
	}

	/**
	 * Creates an exception that asks for a minimum pause.
	 * @param reason what is missing
	 * @param after the minimum pause; null to leave it to the queue
	 */
	public RetryLaterException(String reason, @Nullable Duration after) {
		this(reason, after, false);
	}

	/** Creates an exception that may not count as a failure: see {@link #every}. */
	protected RetryLaterException(String reason, @Nullable Duration after, boolean steady) {
		super(reason, null, false, false);
		this.after = after;
		this.steady = steady;
	}

	/**
	 * Creates an exception that is not a failure: the job waits, for example for a
	 * worker. It is retried at this interval and never given up. It is not logged as a
	 * warning: the caller logs once what it waits for.
	 */
	public static RetryLaterException every(Duration interval, String reason) {
		return new RetryLaterException(reason, interval, true);
	}

	/** Whether the job is retried at a fixed interval and never given up. */
	boolean isSteady() {
		return this.steady;
	}

	/** The minimum pause; null to leave it to the queue. */
	public @Nullable Duration after() {
		return this.after;
	}

}
