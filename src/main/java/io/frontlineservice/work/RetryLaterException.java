package io.frontlineservice.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that a {@link Job} needs is not to be had now, but will be. Thrown by jobs;
 * the work waits and is tried again, for as long as {@code frontline.work.give-up-after}
 * says. The message is our own words, without names and numbers: operators read it.
 */
public class RetryLaterException extends RuntimeException {

	private final @Nullable Duration after;

	private final boolean steady;

	/**
	 * Makes one that leaves the time to the queue.
	 * @param reason what is missing
	 */
	public RetryLaterException(String reason) {
		this(reason, null);
	}

	/**
	 * Makes one.
	 * @param reason what is missing
	 * @param after how long to wait at the least; null to leave that to the queue
	 */
	public RetryLaterException(String reason, @Nullable Duration after) {
		this(reason, after, false);
	}

	/** For one that may be no failure: see {@link #every}. */
	protected RetryLaterException(String reason, @Nullable Duration after, boolean steady) {
		super(reason, null, false, false);
		this.after = after;
		this.steady = steady;
	}

	/**
	 * One that is no failure, but waits for people: the work is tried again after this
	 * interval, and never given up. It is not logged as a warning: the caller says once
	 * what is waited for.
	 */
	public static RetryLaterException every(Duration interval, String reason) {
		return new RetryLaterException(reason, interval, true);
	}

	/** Whether it is tried again at one interval, for ever. */
	boolean isSteady() {
		return this.steady;
	}

	/** How long to wait at the least; null if nobody said. */
	public @Nullable Duration after() {
		return this.after;
	}

}
