package io.frontlineservice.crm.http;

import java.util.Arrays;

/**
 * The calls of one rate limit in its last period. However calls are spread, no period of
 * that length has more of them than the limit allows. A token bucket would allow almost
 * twice as many in the first period after a rest, and a CRM refuses those. Used by
 * {@link RateLimits}, which guards it by a lock; times are nanoseconds since the start.
 */
final class SlidingWindow {

	/**
	 * Calls that leave the service in time may reach the CRM a little closer together.
	 */
	private static final long MARGIN = 50_000_000;

	/** When the last calls were made or will be made, the oldest first. */
	private final long[] calls;

	private final long period;

	private long pausedUntil;

	SlidingWindow(RateLimit limit) {
		this.period = limit.period().toNanos() + MARGIN;
		this.calls = new long[limit.calls()];
		Arrays.fill(this.calls, -this.period);
	}

	/** Returns when the next call may be made: now or later. */
	long earliest(long now) {
		return Math.max(Math.max(now, this.pausedUntil), this.calls[0] + this.period);
	}

	/** Counts a call that is made at that time. */
	void take(long time) {
		int place = this.calls.length - 1;
		while (place > 0 && this.calls[place] > time) {
			place--;
		}
		System.arraycopy(this.calls, 1, this.calls, 0, place);
		this.calls[place] = time;
	}

	/** Returns how many calls may be made now. */
	int free(long now) {
		if (isPaused(now)) {
			return 0;
		}
		int free = 0;
		while (free < this.calls.length && this.calls[free] + this.period <= now) {
			free++;
		}
		return free;
	}

	/** Whether so few calls may be made now that they are kept for callbacks. */
	boolean isScarce(long now) {
		return free(now) <= this.calls.length / RateLimits.PART_FOR_CALLBACKS;
	}

	/**
	 * Counts calls that others made, of which only the CRM knows. A higher number than
	 * ours is ignored, because calls on their way are missing from it.
	 */
	void lower(long remaining, long now) {
		for (int free = free(now); free > Math.max(0, remaining); free--) {
			take(now);
		}
	}

	boolean isPaused(long now) {
		return this.pausedUntil > now;
	}

	void pauseUntil(long time) {
		this.pausedUntil = Math.max(this.pausedUntil, time);
	}

}
