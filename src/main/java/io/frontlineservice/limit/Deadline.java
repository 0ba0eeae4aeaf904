package io.frontlineservice.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which a callback must be answered. Created when the callback arrives and
 * passed down to all code that waits for something. Immutable; measured by a monotonic
 * clock.
 */
public final class Deadline {

	private final LongSupplier nanoTime;

	private final long end;

	private Deadline(LongSupplier nanoTime, long end) {
		this.nanoTime = nanoTime;
		this.end = end;
	}

	/** Returns the deadline that ends after the given time. */
	public static Deadline in(Duration budget) {
		return in(budget, System::nanoTime);
	}

	static Deadline in(Duration budget, LongSupplier nanoTime) {
		return new Deadline(nanoTime, nanoTime.getAsLong() + budget.toNanos());
	}

	/** Returns the earlier of this deadline and one that ends after the given time. */
	public Deadline within(Duration budget) {
		Duration remaining = remaining();
		return (remaining.compareTo(budget) <= 0) ? this : in(budget, this.nanoTime);
	}

	/** Returns the remaining time; zero after the deadline. */
	public Duration remaining() {
		return Duration.ofNanos(Math.max(0, this.end - this.nanoTime.getAsLong()));
	}

	public boolean hasPassed() {
		return this.end - this.nanoTime.getAsLong() <= 0;
	}

}
