package io.frontlineservice.crm.jdbc.database;

import io.frontlineservice.limit.Deadline;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Cancels statements at their deadlines, because drivers count their timeouts in whole
 * seconds. Used by {@link CrmDatabase}. Thread-safe.
 */
final class StatementCancellation implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(StatementCancellation.class);

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads("crm-deadline-"));

	/** A driver cancels over a connection of its own, which may hang. */
	private final ExecutorService cancels = Executors.newCachedThreadPool(threads("crm-cancel-"));

	StatementCancellation() {
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/** Cancels the statement at the deadline, unless the returned task is canceled. */
	Future<?> at(Deadline deadline, Statement statement) {
		return this.timer.schedule(() -> this.cancels.execute(() -> cancel(statement)), deadline.remaining().toNanos(),
				TimeUnit.NANOSECONDS);
	}

	private static void cancel(Statement statement) {
		try {
			statement.cancel();
		}
		catch (SQLException ex) {
			logger.debug("A statement could not be canceled: SQLSTATE {}", ex.getSQLState());
		}
	}

	private static CustomizableThreadFactory threads(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.cancels.shutdown();
	}

}
