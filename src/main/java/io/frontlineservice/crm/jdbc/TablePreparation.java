package io.frontlineservice.crm.jdbc;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Prepares the tables of the customers before they are used: once at the start, and while
 * the database is down, again in the background until it succeeds. Started by
 * {@link JdbcCrmConfiguration}. Thread-safe.
 */
final class TablePreparation implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(TablePreparation.class);

	private static final Duration INTERVAL = Duration.ofSeconds(3);

	private final Supplier<List<Observation>> attempt;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(threads());

	private volatile boolean ready;

	private volatile List<Observation> observations = List.of();

	/**
	 * Creates a preparation that has not been started.
	 * @param attempt prepares the tables, and returns what operators should know
	 */
	TablePreparation(Supplier<List<Observation>> attempt) {
		this.attempt = attempt;
	}

	/**
	 * Prepares the tables, or tries to from now on.
	 * @throws TablesRefusedException if there is a problem that waiting does not solve
	 */
	void start() {
		try {
			List<Observation> found = this.attempt.get();
			List<Observation> problems = problems(found);
			if (!problems.isEmpty()) {
				throw new TablesRefusedException(problems);
			}
			succeeded(found);
		}
		catch (CrmUnavailableException ex) {
			logger.warn(
					"{}. The service tries every {} s. Until it succeeds, readiness is out of service, and "
							+ "callbacks that need a customer are answered with 503.",
					ex.getMessage(), INTERVAL.toSeconds());
			Future<?> unused = this.thread.scheduleWithFixedDelay(this::retry, INTERVAL.toMillis(), INTERVAL.toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	/** Makes another attempt. Called in the background. */
	void retry() {
		try {
			List<Observation> found = this.attempt.get();
			List<Observation> problems = problems(found);
			if (problems.isEmpty()) {
				succeeded(found);
				logger.info("The database of the customers can be used.");
				this.thread.shutdown();
			}
			else if (!found.equals(this.observations)) {
				this.observations = found;
				problems.forEach((it) -> logger.error("The database of the customers cannot be used: {}", line(it)));
			}
		}
		catch (CrmUnavailableException ex) {
			logger.debug("{}", ex.getMessage());
		}
		catch (RuntimeException ex) {
			// The message may quote the driver.
			logger.warn("The database of the customers could not be prepared: {}", ex.getClass().getName());
		}
	}

	private void succeeded(List<Observation> found) {
		found.stream()
			.filter((it) -> it.outcome() == Outcome.WARNING)
			.forEach((it) -> logger.warn("In the database of the customers: {}", line(it)));
		this.observations = found;
		this.ready = true;
	}

	/** Whether an attempt has succeeded. */
	boolean isReady() {
		return this.ready;
	}

	/** Returns what the last attempt that reached the database has found. */
	List<Observation> observations() {
		return this.observations;
	}

	private static List<Observation> problems(List<Observation> found) {
		return found.stream().filter((it) -> it.outcome() == Outcome.PROBLEM).toList();
	}

	private static String line(Observation observation) {
		String fix = observation.fix();
		return observation.seen() + ((fix != null) ? ": " + fix.replace("\n", "; ") : "");
	}

	private static CustomizableThreadFactory threads() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("crm-preparation-");
		threads.setDaemon(true);
		return threads;
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
