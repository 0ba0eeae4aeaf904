package io.frontlineservice.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The moment by which a callback must be answered, or a job must stop waiting. Created
 * when the callback arrives and passed down to all code that waits for something. Its end
 * never changes; measured by a monotonic clock. Thread-safe.
 */
public final class Deadline {

	private final LongSupplier nanoTime;

	private final long end;

	private final boolean background;

	/** Nanoseconds, for this deadline and its parts. */
	private final AtomicLong ownWaits;

	private Deadline(LongSupplier nanoTime, long end, boolean background, AtomicLong ownWaits) {
		this.nanoTime = nanoTime;
		this.end = end;
		this.background = background;
		this.ownWaits = ownWaits;
	}

	/** Returns the deadline that ends after the given time. */
	public static Deadline in(Duration budget) {
		return in(budget, System::nanoTime);
	}

	static Deadline in(Duration budget, LongSupplier nanoTime) {
		return new Deadline(nanoTime, nanoTime.getAsLong() + budget.toNanos(), false, new AtomicLong());
	}

	/**
	 * Returns this deadline for work that no callback waits for. Such work leaves scarce
	 * resources to callbacks and is retried later.
	 */
	public Deadline inBackground() {
		return new Deadline(this.nanoTime, this.end, true, this.ownWaits);
	}

	/** Whether the work is done in the background: see {@link #inBackground}. */
	public boolean isBackground() {
		return this.background;
	}

	/** Returns the earlier of this deadline and one that ends after the given time. */
	public Deadline within(Duration budget) {
		Duration remaining = remaining();
		return (remaining.compareTo(budget) <= 0) ? this : new Deadline(this.nanoTime,
				this.nanoTime.getAsLong() + budget.toNanos(), this.background, this.ownWaits);
	}

	/** Returns the remaining time; zero after the deadline. */
	public Duration remaining() {
		return Duration.ofNanos(Math.max(0, this.end - this.nanoTime.getAsLong()));
	}

	public boolean hasPassed() {
		return this.end - this.nanoTime.getAsLong() <= 0;
	}

	/**
	 * Notes that the work is about to wait so long for a limit of its own, such as a rate
	 * limit. The system that it calls afterwards has that much less time to answer.
	 */
	public void noteOwnWait(Duration time) {
		this.ownWaits.addAndGet(time.toNanos());
	}

	/** Returns the time of all own waits before this deadline, by all of its parts. */
	public Duration ownWaits() {
		return Duration.ofNanos(this.ownWaits.get());
	}

}
