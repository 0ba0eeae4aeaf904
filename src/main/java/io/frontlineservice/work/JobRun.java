package io.frontlineservice.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontlineservice.work.WorkRequests.WorkRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How one job is run, and what follows from how it ends: done, tried again, or given up.
 * Made by {@link WorkConfiguration} for each job; called by the scheduler. Thread-safe.
 */
final class JobRun {

	/** Of failures that nobody foresaw: they tend to stay. */
	private static final int TRIES_OF_UNFORESEEN = 12;

	/** The revision of work that nobody asks for any more. */
	private static final long UNWANTED = 0;

	private final Job job;

	private final WorkRequests requests;

	private final DeadLetters deadLetters;

	private final Patience patience;

	private final TransactionTemplate transaction;

	private final WorkObserver observer;

	private final Runnable wake;

	private final Clock clock;

	JobRun(Job job, WorkRequests requests, DeadLetters deadLetters, Patience patience, TransactionTemplate transaction,
			WorkObserver observer, Runnable wake, Clock clock) {
		this.job = job;
		this.requests = requests;
		this.deadLetters = deadLetters;
		this.patience = patience;
		this.transaction = transaction;
		this.observer = observer;
		this.wake = wake;
		this.clock = clock;
	}

	CustomTask<Void> asTask() {
		return Tasks.custom(this.job.name(), Void.class)
			.onFailure(this::failed)
			.execute((task, context) -> run(task.getId()));
	}

	/** A run is for the requests there were when it began. */
	private CompletionHandler<Void> run(String subject) {
		long revision = this.requests.find(this.job.name(), subject).map(WorkRequest::revision).orElse(UNWANTED);
		Instant start = this.clock.instant();
		try {
			this.job.run(subject);
		}
		catch (RuntimeException | Error ex) {
			throw new RunFailedException(revision, ex);
		}
		this.observer.done(this.job.name(), Duration.between(start, this.clock.instant()));
		return (complete, operations) -> done(subject, revision, complete, operations);
	}

	private void done(String subject, long revision, ExecutionComplete complete, ExecutionOperations<Void> operations) {
		boolean again = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean over = revision == UNWANTED || this.requests.remove(this.job.name(), subject, revision);
			if (over) {
				this.deadLetters.remove(this.job.name(), subject);
				operations.stop();
			}
			else {
				operations.reschedule(complete, this.clock.instant());
			}
			return !over;
		}));
		if (again) {
			this.wake.run();
		}
	}

	private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		RunFailedException failure = (RunFailedException) complete.getCause().orElseThrow();
		String subject = complete.getExecution().getId();
		int tries = complete.getExecution().consecutiveFailures + 1;
		this.transaction.executeWithoutResult((status) -> {
			String verdict = verdict(failure.cause, tries, subject);
			if (verdict != null && this.requests.remove(this.job.name(), subject, failure.revision)) {
				this.deadLetters.add(this.job.name(), subject, verdict, tries, this.clock.instant());
				operations.stop();
			}
			else {
				operations.reschedule(complete, this.clock.instant().plus(this.patience.pause(tries, failure.cause)));
			}
			this.observer.failed(this.job.name(), failure.cause, verdict != null);
		});
	}

	/** Why it is given up; null if it is tried again. */
	private @Nullable String verdict(Throwable cause, int tries, String subject) {
		if (cause instanceof GiveUpException) {
			return cause.getMessage();
		}
		if (cause instanceof RetryLaterException) {
			boolean over = this.requests.find(this.job.name(), subject)
				.map((request) -> this.patience.isOver(request.requestedAt(), this.clock.instant()))
				.orElse(false);
			return over ? cause.getMessage() : null;
		}
		return (tries >= TRIES_OF_UNFORESEEN) ? "Failed with " + cause.getClass().getName() : null;
	}

	/** Tells the end of a failed run which requests it was for. */
	private static final class RunFailedException extends RuntimeException {

		private final long revision;

		private final Throwable cause;

		RunFailedException(long revision, Throwable cause) {
			super(null, cause, false, false);
			this.revision = revision;
			this.cause = cause;
		}

	}

}
