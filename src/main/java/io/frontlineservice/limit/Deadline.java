package io.frontlineservice.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which a callback must be answered, or a job must stop waiting. Created
 * when the callback arrives and passed down to all code that waits for something.
 * Immutable; measured by a monotonic clock.
 */
public final class Deadline {

	private final LongSupplier nanoTime;

	private final long end;

	private final boolean background;

	private Deadline(LongSupplier nanoTime, long end, boolean background) {
		this.nanoTime = nanoTime;
		this.end = end;
		this.background = background;
	}

	/** Returns the deadline that ends after the given time. */
	public static Deadline in(Duration budget) {
		return in(budget, System::nanoTime);
	}

	static Deadline in(Duration budget, LongSupplier nanoTime) {
		return new Deadline(nanoTime, nanoTime.getAsLong() + budget.toNanos(), false);
	}

	/**
	 * Returns this deadline for work that no callback waits for. Such work leaves scarce
	 * resources to callbacks and is retried later.
	 */
	public Deadline inBackground() {
		return new Deadline(this.nanoTime, this.end, true);
	}

	/** Whether the work is done in the background: see {@link #inBackground}. */
	public boolean isBackground() {
		return this.background;
	}

	/** Returns the earlier of this deadline and one that ends after the given time. */
	public Deadline within(Duration budget) {
		Duration remaining = remaining();
		return (remaining.compareTo(budget) <= 0) ? this
				: new Deadline(this.nanoTime, this.nanoTime.getAsLong() + budget.toNanos(), this.background);
	}

	/** Returns the remaining time; zero after the deadline. */
	public Duration remaining() {
		return Duration.ofNanos(Math.max(0, this.end - this.nanoTime.getAsLong()));
	}

	public boolean hasPassed() {
		return this.end - this.nanoTime.getAsLong() <= 0;
	}

}
