package io.frontlineservice.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Creates deadlines of a clock that tests move. */
public final class VirtualDeadline {

	private VirtualDeadline() {
	}

	/** Returns the deadline that ends after the given time of that clock. */
	public static Deadline in(Duration budget, LongSupplier nanoTime) {
		return Deadline.in(budget, nanoTime);
	}

}
