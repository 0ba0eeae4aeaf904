package io.frontlineservice.customer;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which a callback must have been answered. Made when the callback arrives
 * and passed down to whoever has to wait for something. Immutable; measured by a clock
 * that nobody can set.
 */
public final class Deadline {

	private final LongSupplier nanoTime;

	private final long end;

	private Deadline(LongSupplier nanoTime, long end) {
		this.nanoTime = nanoTime;
		this.end = end;
	}

	/** The deadline that is so far away. */
	public static Deadline in(Duration budget) {
		return in(budget, System::nanoTime);
	}

	static Deadline in(Duration budget, LongSupplier nanoTime) {
		return new Deadline(nanoTime, nanoTime.getAsLong() + budget.toNanos());
	}

	/** The deadline that is so far away, or this one if it is sooner. */
	public Deadline within(Duration budget) {
		Duration remaining = remaining();
		return (remaining.compareTo(budget) <= 0) ? this : in(budget, this.nanoTime);
	}

	/** The time that is left; zero once there is none. */
	public Duration remaining() {
		return Duration.ofNanos(Math.max(0, this.end - this.nanoTime.getAsLong()));
	}

	public boolean hasPassed() {
		return this.end - this.nanoTime.getAsLong() <= 0;
	}

}
