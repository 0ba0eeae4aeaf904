package io.frontlineservice.crm;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that measures durations only, so that a correction of the machine's clock does
 * not keep the breaker open. Used by {@link CrmBreaker}. Thread-safe.
 */
final class MonotonicClock extends Clock {

	private final LongSupplier nanoTime;

	private final long start;

	MonotonicClock(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/** Returns an instant that is meaningful only relative to others of this clock. */
	@Override
	public Instant instant() {
		return Instant.EPOCH.plusNanos(this.nanoTime.getAsLong() - this.start);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("This clock has no time zone");
	}

}
