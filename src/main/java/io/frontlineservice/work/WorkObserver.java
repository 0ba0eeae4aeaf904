package io.frontlineservice.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Publishes metrics and logs about jobs: waiting, done, failed and given up. Called by
 * {@link JobRun}. Thread-safe.
 */
final class WorkObserver implements MeterBinder {

	private static final Logger logger = LoggerFactory.getLogger(WorkObserver.class);

	private final JdbcClient store;

	private final DeadLetters deadLetters;

	private final MeterRegistry meters;

	WorkObserver(JdbcClient store, DeadLetters deadLetters, MeterRegistry meters) {
		this.store = store;
		this.deadLetters = deadLetters;
		this.meters = meters;
	}

	void done(String job, Duration taken) {
		timer(job, "done").record(taken);
	}

	void failed(String job, Throwable cause, boolean givenUp, Duration taken) {
		timer(job, givenUp ? "given_up" : "put_off").record(taken);
		String what = givenUp ? "given up" : "put off";
		if (cause instanceof RetryLaterException later && later.isSteady()) {
			// The job logs this once, not for each retry.
			logger.debug("The job {} waits: {}", job, cause.getMessage());
		}
		else if (cause instanceof RetryLaterException || cause instanceof GiveUpException) {
			logger.warn("The job {} was {}: {}", job, what, cause.getMessage());
		}
		else {
			// The message may quote data.
			Throwable withoutText = new RuntimeException(cause.getClass().getName());
			withoutText.setStackTrace(cause.getStackTrace());
			logger.error("The job {} failed and was {}", job, what, withoutText);
		}
	}

	private Timer timer(String job, String outcome) {
		return Timer.builder("frontline.work")
			.description("Runs of durable work")
			.tags("job", job, "outcome", outcome)
			.register(this.meters);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "frontline.work.waiting", "Durable work that is asked for and not done",
				(it) -> it.store.sql("select count(*) from work_request").query(Long.class).single());
		gauge(registry, "frontline.work.dead", "Durable work that was given up", (it) -> it.deadLetters.count());
	}

	private void gauge(MeterRegistry registry, String name, String description, ToLongFunction<WorkObserver> count) {
		Gauge.builder(name, this, (it) -> {
			try {
				return count.applyAsLong(it);
			}
			catch (DataAccessException | TransactionException ex) {
				return Double.NaN;
			}
		}).description(description).register(registry);
	}

}
