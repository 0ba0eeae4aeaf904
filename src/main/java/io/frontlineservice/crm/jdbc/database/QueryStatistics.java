package io.frontlineservice.crm.jdbc.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures queries, and logs slow ones by their names: at most one line a minute for each
 * name. Neither contains values. Used by {@link CrmDatabase}. Thread-safe.
 */
final class QueryStatistics {

	private static final Logger logger = LoggerFactory.getLogger(QueryStatistics.class);

	/** The service waits four seconds for everything that a callback needs. */
	static final Duration SLOW = Duration.ofSeconds(1);

	static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

	private final MeterRegistry meters;

	private final LongSupplier nanoTime;

	private final ConcurrentMap<String, Long> lastLines = new ConcurrentHashMap<>();

	QueryStatistics(MeterRegistry meters, LongSupplier nanoTime) {
		this.meters = meters;
		this.nanoTime = nanoTime;
	}

	/** Starts to measure a query, including the wait for a connection. */
	Run start(String name) {
		return new Run(name, this.nanoTime.getAsLong());
	}

	private void record(String name, boolean succeeded, Duration duration) {
		Timer.builder("frontline.crm.queries")
			.description("Queries of the database of the customers")
			.tag("query", name)
			.tag("outcome", succeeded ? "ok" : "failed")
			.register(this.meters)
			.record(duration);
		if (duration.compareTo(SLOW) >= 0 && mayLog(name)) {
			logger.warn("The query {} of the database of the customers {} {} ms. Examine its plan and the load of the "
					+ "database.", name, succeeded ? "took" : "failed after", duration.toMillis());
		}
	}

	private boolean mayLog(String name) {
		long now = this.nanoTime.getAsLong();
		return this.lastLines.merge(name, now, (last, it) -> (it - last >= BETWEEN_LINES.toNanos()) ? it : last) == now;
	}

	/** One query that runs. */
	final class Run {

		private final String name;

		private final long start;

		private boolean succeeded;

		private Run(String name, long start) {
			this.name = name;
			this.start = start;
		}

		void succeeded() {
			this.succeeded = true;
		}

		void ended() {
			record(this.name, this.succeeded, Duration.ofNanos(QueryStatistics.this.nanoTime.getAsLong() - this.start));
		}

	}

}
