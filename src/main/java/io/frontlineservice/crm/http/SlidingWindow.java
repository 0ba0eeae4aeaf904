package io.frontlineservice.crm.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The calls of one rate limit in its last period. However calls are spread, no period of
 * that length has more of them than the limit allows. A token bucket would allow almost
 * twice as many in the first period after a rest, and a CRM refuses those. Used by
 * {@link RateLimits}, which guards it by a lock; times are nanoseconds since the start.
 */
final class SlidingWindow {

	/** The clock of the CRM may be faster by one part in so many. */
	private static final int CLOCK_ACCURACY = 1000;

	/** So many calls, more or less, are in the average of {@link #usualWay}. */
	private static final int CALLS_OF_AVERAGE = 8;

	/** The last call of each place, of which the limit allows so many. */
	private final List<WindowCall> calls;

	private final long period;

	/** How long the last calls took to be counted, on average. */
	private long usualWay;

	private long pausedUntil;

	SlidingWindow(RateLimit limit) {
		long period = limit.period().toNanos();
		this.period = period + period / CLOCK_ACCURACY;
		this.calls = new ArrayList<>(Collections.nCopies(limit.calls(), WindowCall.answered(-this.period)));
	}

	/** Returns when the next call may start: now or later. */
	long earliest(long now) {
		return Math.max(now, earliestAfter(this.calls.get(first(now)), now));
	}

	/** Returns when a call with a place may start, which may have been earlier. */
	long earliest(WindowCall call, long now) {
		return earliestAfter(call.predecessor(), now);
	}

	private long earliestAfter(WindowCall predecessor, long now) {
		return Math.max(this.pausedUntil, predecessor.countedBy(now, this.usualWay) + this.period);
	}

	/** Gives the first place that will be free to a call that will start at that time. */
	WindowCall take(long start, long now) {
		int place = first(now);
		WindowCall call = this.calls.get(place).successor(start);
		this.calls.set(place, call);
		return call;
	}

	/** A call that started was answered. */
	void answer(WindowCall call, long now) {
		this.usualWay += (call.answer(now) - this.usualWay) / CALLS_OF_AVERAGE;
	}

	/** Returns the place that will be free first. A limit may have thousands. */
	private int first(long now) {
		int first = 0;
		long earliest = Long.MAX_VALUE;
		for (int i = 0; i < this.calls.size(); i++) {
			long time = this.calls.get(i).countedBy(now, this.usualWay);
			if (time < earliest) {
				earliest = time;
				first = i;
			}
		}
		return first;
	}

	/** Returns how many calls may be made now. */
	int free(long now) {
		return (this.pausedUntil > now) ? 0 : (int) this.calls.stream().filter((call) -> isOver(call, now)).count();
	}

	private boolean isOver(WindowCall call, long now) {
		return call.countedBy(now, this.usualWay) + this.period <= now;
	}

	/** Whether so few calls may be made now that they are kept for callbacks. */
	boolean isScarce(long now) {
		return free(now) <= this.calls.size() / RateLimits.PART_FOR_CALLBACKS;
	}

	/**
	 * Counts calls that others made, of which only the CRM knows. A higher number than
	 * ours is ignored, because calls on their way are missing from it.
	 */
	void lower(long remaining, long now) {
		long excess = free(now) - Math.max(0, remaining);
		for (int i = 0; excess > 0; i++) {
			if (isOver(this.calls.get(i), now)) {
				this.calls.set(i, WindowCall.answered(now));
				excess--;
			}
		}
	}

	void pauseUntil(long time) {
		this.pausedUntil = Math.max(this.pausedUntil, time);
	}

}
