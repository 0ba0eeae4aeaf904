package io.frontlineservice.conversation;

import io.frontlineservice.work.RecurringJob;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Requests {@link WorkerProfileJob} for all workers: at the start, when the directory
 * changes, and every hour for workers who have signed in since.
 */
@Component
class WorkerProfileSchedule implements RecurringJob {

	private static final Logger logger = LoggerFactory.getLogger(WorkerProfileSchedule.class);

	private final WorkerProfileJob job;

	WorkerProfileSchedule(WorkerProfileJob job, WorkerDirectory directory) {
		this.job = job;
		directory.onChange(job::requestAll);
	}

	@EventListener(ApplicationReadyEvent.class)
	void started() {
		try {
			this.job.requestAll();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The profiles of the workers are written later: the store failed with {}",
					ex.getClass().getName());
		}
	}

	@Override
	public String name() {
		return "present-workers";
	}

	@Override
	public Duration interval() {
		return Duration.ofHours(1);
	}

	@Override
	public void run() {
		this.job.requestAll();
	}

}
