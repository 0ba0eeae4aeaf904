package io.frontlineservice.crm.jdbc.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Closes the idle connections when one is lost: after a failover, or after a firewall has
 * forgotten them, none of them works, and the pool would wait for each. Called by
 * {@link CrmDatabase}. Thread-safe.
 */
final class LostConnections {

	/** Several callbacks notice the same failure; the second must not close new ones. */
	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private final HikariDataSource pool;

	private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL.toNanos());

	LostConnections(HikariDataSource pool) {
		this.pool = pool;
	}

	/** Closes the idle connections, unless the failure is that all are in use. */
	void evictIdle(Throwable failure) {
		long now = System.nanoTime();
		long before = this.last.get();
		HikariPoolMXBean connections = this.pool.getHikariPoolMXBean();
		if (connections != null && !SqlFailure.isOfPool(failure) && now - before >= INTERVAL.toNanos()
				&& this.last.compareAndSet(before, now)) {
			connections.softEvictConnections();
		}
	}

}
