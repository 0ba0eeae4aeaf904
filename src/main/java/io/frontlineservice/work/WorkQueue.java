package io.frontlineservice.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts requests for durable jobs. Called by the packages that define the jobs, mostly
 * while a callback waits. Thread-safe, also across several instances.
 * <p>
 * Requests for the same job and subject are merged until a run starts; a request during a
 * run causes another run. The guarantee: after a request is committed, a run starts that
 * sees everything committed before it, even if this process, Twilio or the CRM fails in
 * between.
 */
public final class WorkQueue {

	private final WorkRequests requests;

	private final SchedulerClient scheduler;

	private final Runnable wake;

	private final TransactionTemplate transaction;

	private final Commits commits;

	private final Clock clock;

	WorkQueue(WorkRequests requests, SchedulerClient scheduler, Runnable wake, TransactionTemplate transaction,
			Commits commits, Clock clock) {
		this.requests = requests;
		this.scheduler = scheduler;
		this.wake = wake;
		this.transaction = transaction;
		this.commits = commits;
		this.clock = clock;
	}

	/**
	 * Requests a job, in the caller's transaction if there is one. After the commit, the
	 * request is on the disk.
	 * @param job the job's name
	 * @param subject what the job runs for
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written
	 * @throws org.springframework.transaction.TransactionException if it cannot be
	 * reached
	 */
	public void request(String job, String subject) {
		request(job, subject, Duration.ZERO);
	}

	/**
	 * Requests a job that may wait that long. A request that exists already keeps its
	 * time.
	 */
	public void request(String job, String subject, Duration delay) {
		this.transaction.executeWithoutResult((status) -> {
			Instant now = this.clock.instant();
			// First, because it locks the request against the end of a run.
			this.requests.add(job, subject, now);
			schedule(new TaskInstance<>(job, subject), now, delay);
			if (delay.isZero()) {
				wakeAfterCommit();
			}
		});
	}

	/**
	 * Requests a job and changes the store in the same transaction. When the method
	 * returns, both are on the disk. Must not be called in a transaction.
	 * @param change runs in the same transaction as the request; it may run again, after
	 * an earlier run was rolled back, or was committed while the connection was lost
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written
	 * or takes too long; the request may have been stored even so
	 * @throws org.springframework.transaction.TransactionException if the store cannot be
	 * reached or takes too long; the request may have been stored even so
	 */
	public void request(String job, String subject, Runnable change) {
		request(job, subject, Duration.ZERO, change);
	}

	/**
	 * Requests a job that may wait that long, and changes the store in the same
	 * transaction, as {@link #request(String, String, Runnable)} does.
	 */
	public void request(String job, String subject, Duration delay, Runnable change) {
		this.commits.commit(() -> {
			request(job, subject, delay);
			change.run();
		});
	}

	/**
	 * Retries all jobs that wait after a failure, before their backoff ends. To be called
	 * when the service they waited for is back. Jobs that asked for a minimum pause keep
	 * waiting.
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written
	 * @throws org.springframework.transaction.TransactionException if it cannot be
	 * reached
	 */
	public void retryWaiting() {
		request(WaitingWork.NAME, WaitingWork.ALL);
	}

	/** Retries a job that waits after a failure, as soon as it may run. */
	void retry(String job, String subject) {
		this.transaction.executeWithoutResult((status) -> {
			this.requests.lock(job, subject);
			schedule(new TaskInstance<>(job, subject), this.clock.instant(), Duration.ZERO);
			wakeAfterCommit();
		});
	}

	private void schedule(TaskInstance<Void> task, Instant now, Duration delay) {
		try {
			if (this.scheduler.scheduleIfNotExists(task, now.plus(delay)) || !delay.isZero()) {
				return;
			}
			// A job that waits for a retry runs now, unless it asked for a minimum pause.
			// A job that is due keeps its place in the queue.
			Instant notBefore = this.requests.find(task.getTaskName(), task.getId())
				.map(WorkRequest::notBefore)
				.orElse(now);
			Instant due = notBefore.isAfter(now) ? notBefore : now;
			if (this.scheduler.getScheduledExecution(task)
				.filter((it) -> it.getExecutionTime().isAfter(due))
				.isPresent()) {
				this.scheduler.reschedule(task, due);
			}
		}
		catch (TaskInstanceCurrentlyExecutingException | ExecutionException ex) {
			// It is running, or about to run: the end of the run finds the request.
		}
		catch (DbSchedulerException | SQLRuntimeException ex) {
			throw new DataAccessResourceFailureException("The request could not be stored", ex);
		}
	}

	/** Before the commit, the threads would not see the request. */
	private void wakeAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				WorkQueue.this.wake.run();
			}
		});
	}

}
