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
 * The clock of the database that several instances share: by it they see which of them
 * are alive, and what is due, however wrong the clocks of their machines are. Made by
 * {@link WorkConfiguration}. Thread-safe.
 * <p>
 * The database is asked now and then by a thread of its own; in between, the time goes on
 * by a counter that nobody sets. Reading it never waits for the database.
 */
final class DatabaseClock extends Clock implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseClock.class);

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	/** An answer that took longer says too little about the time. */
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
	 * Reads the clock and goes on reading it.
	 * @param database asks the database for its time
	 * @param fallback used until the database has answered once
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

	/** While the database does not answer, the time goes on from its last answer. */
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
			logger.debug("The store's clock could not be read: {}", ex.getClass().getName());
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
		throw new UnsupportedOperationException("The store's clock is in UTC");
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

	/** The database's time at a moment of the counter. */
	private record Reading(long nanos, Instant time) {
	}

}
