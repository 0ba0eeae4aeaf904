package io.frontlineservice.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The clock of the database that several instances share. They use it to see which
 * instance is alive and which job is due, even if the clocks of their machines are wrong.
 * Made by {@link ClockConfiguration}. Thread-safe.
 * <p>
 * A background thread reads the time of the database every ten seconds. Between two
 * readings the clock advances by {@link System#nanoTime}. Calls never wait for the
 * database.
 */
final class DatabaseClock extends Clock implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseClock.class);

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	/** A reading that took longer is too inaccurate. */
	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

	private final Supplier<Instant> database;

	private final LongSupplier nanoTime;

	private final Clock fallback;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "store-clock");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable Reading last;

	/**
	 * Reads the time once, and then in the background.
	 * @param database reads the time of the database
	 * @param fallback used until the first reading succeeds
	 */
	DatabaseClock(Supplier<Instant> database, Clock fallback) {
		this(database, System::nanoTime, fallback);
		long millis = INTERVAL.toMillis();
		Future<?> unused = this.thread.scheduleWithFixedDelay(this::read, millis, millis, TimeUnit.MILLISECONDS);
	}

	DatabaseClock(Supplier<Instant> database, LongSupplier nanoTime, Clock fallback) {
		this.database = database;
		this.fallback = fallback;
		this.nanoTime = nanoTime;
		read();
	}

	/** A failed reading keeps the last one. */
	void read() {
		try {
			long before = this.nanoTime.getAsLong();
			Instant time = this.database.get();
			long taken = this.nanoTime.getAsLong() - before;
			if (taken <= LONGEST_ANSWER.toNanos()) {
				this.last = new Reading(before + taken / 2, time);
			}
		}
		catch (DataAccessException ex) {
			logger.debug("The clock of the store could not be read: {}", ex.getClass().getName());
		}
	}

	@Override
	public Instant instant() {
		Reading reading = this.last;
		return (reading != null) ? reading.time.plusNanos(this.nanoTime.getAsLong() - reading.nanos)
				: this.fallback.instant();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("The clock of the store is in UTC");
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

	/** The time of the database at a value of the counter. */
	private record Reading(long nanos, Instant time) {
	}

}
