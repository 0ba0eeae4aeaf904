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
 * Where durable work is asked for. Called by the rooms whose work it is, mostly while a
 * callback waits. Thread-safe, and safe on several instances.
 * <p>
 * Requests for one job and subject that come before a run has begun are one request; one
 * that comes while a run goes on has another run follow. So the promise is: after a
 * request is committed, a run begins that sees everything from before it, however often
 * this process, Twilio or the CRM fail meanwhile.
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
	 * Asks for a job, as part of the caller's transaction if there is one. Once the
	 * transaction is committed, the request is on the disk.
	 * @param job the job's name
	 * @param subject what it is to be done for
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written
	 * @throws org.springframework.transaction.TransactionException if it cannot be
	 * reached
	 */
	public void request(String job, String subject) {
		request(job, subject, Duration.ZERO);
	}

	/**
	 * Asks for a job that may wait so long. If it is asked for already, it does not.
	 */
	public void request(String job, String subject, Duration delay) {
		this.transaction.executeWithoutResult((status) -> {
			Instant now = this.clock.instant();
			// First of all: its lock lets requests and ends of runs take turns.
			this.requests.add(job, subject, now);
			schedule(new TaskInstance<>(job, subject), now, delay);
			if (delay.isZero()) {
				wakeAfterCommit();
			}
		});
	}

	/**
	 * Asks for a job and changes the store with it: when the method returns, both are on
	 * the disk. Not to be called in a transaction.
	 * @param change made in the same transaction as the request; it may be run a second
	 * time after its first effects were taken back
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written,
	 * or takes too long; then the request may have been made nevertheless
	 * @throws org.springframework.transaction.TransactionException if it cannot be
	 * reached, or takes too long; then the request may have been made nevertheless
	 */
	public void request(String job, String subject, Runnable change) {
		this.commits.commit(() -> {
			request(job, subject);
			change.run();
		});
	}

	/**
	 * Retries all work that waits after a failure, without sitting out its backoff: to be
	 * called when what it waited for is back. Work that was told how long to wait goes on
	 * waiting.
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written
	 * @throws org.springframework.transaction.TransactionException if it cannot be
	 * reached
	 */
	public void retryWaiting() {
		request(WaitingWork.NAME, WaitingWork.ALL);
	}

	/** Has a request that waits after a failure tried as soon as it may. */
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
			// What waits for another try need not wait when there is news, unless whoever
			// is in the way asked to. What is due keeps its place in the line.
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
			// It is running, or is about to: the end of the run will find the request.
		}
		catch (DbSchedulerException | SQLRuntimeException ex) {
			throw new DataAccessResourceFailureException("The request could not be stored", ex);
		}
	}

	/** Before the commit nobody would find anything to do. */
	private void wakeAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				WorkQueue.this.wake.run();
			}
		});
	}

}
