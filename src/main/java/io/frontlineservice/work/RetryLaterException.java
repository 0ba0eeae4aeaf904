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
		super(reason, null, false, false);
		this.after = after;
	}

	/** How long to wait at the least; null if nobody said. */
	public @Nullable Duration after() {
		return this.after;
	}

}
