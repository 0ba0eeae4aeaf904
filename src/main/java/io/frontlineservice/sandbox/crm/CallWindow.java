package io.frontlineservice.sandbox.crm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * A rate limit of a pretend CRM: so many calls in any period of that length. Used by the
 * vendors of the packages below. Thread-safe.
 */
public final class CallWindow {

	private final int calls;

	private final long period;

	private final LongSupplier nanoTime;

	private final Deque<Long> taken = new ArrayDeque<>();

	/**
	 * Creates a limit.
	 * @param nanoTime a monotonic clock
	 */
	public CallWindow(int calls, Duration period, LongSupplier nanoTime) {
		this.calls = calls;
		this.period = period.toNanos();
		this.nanoTime = nanoTime;
	}

	/** Counts a call; false if it exceeds the limit. */
	public synchronized boolean take() {
		long now = this.nanoTime.getAsLong();
		while (!this.taken.isEmpty() && now - this.taken.getFirst() >= this.period) {
			this.taken.removeFirst();
		}
		if (this.taken.size() >= this.calls) {
			return false;
		}
		this.taken.addLast(now);
		return true;
	}

	/** Returns how many calls are left now. */
	public synchronized int left() {
		return this.calls - this.taken.size();
	}

}
