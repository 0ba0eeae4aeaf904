package io.frontlineservice.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
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

	private final Job job;

	private final WorkRequests requests;

	private final DeadLetters deadLetters;

	private final RetryPolicy retryPolicy;

	private final TransactionTemplate transaction;

	private final WorkObserver observer;

	private final Runnable wake;

	private final Clock clock;

	JobRun(Job job, WorkRequests requests, DeadLetters deadLetters, RetryPolicy retryPolicy,
			TransactionTemplate transaction, WorkObserver observer, Runnable wake, Clock clock) {
		this.job = job;
		this.requests = requests;
		this.deadLetters = deadLetters;
		this.retryPolicy = retryPolicy;
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

	/** A run is for the request there is when it begins; without any it is none. */
	private CompletionHandler<Void> run(String subject) {
		WorkRequest request = null;
		Instant start = this.clock.instant();
		try {
			request = this.requests.find(this.job.name(), subject).orElse(null);
			if (request != null) {
				this.job.run(subject);
			}
		}
		catch (RuntimeException | Error ex) {
			throw new RunFailedException(request, ex);
		}
		this.observer.done(this.job.name(), Duration.between(start, this.clock.instant()));
		WorkRequest met = request;
		return (complete, operations) -> done(subject, met, complete, operations);
	}

	private void done(String subject, @Nullable WorkRequest met, ExecutionComplete complete,
			ExecutionOperations<Void> operations) {
		boolean again = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			if (met != null && this.requests.remove(this.job.name(), subject, met)) {
				this.deadLetters.remove(this.job.name(), subject);
				operations.stop();
				return false;
			}
			WorkRequest news = this.requests.find(this.job.name(), subject).orElse(null);
			if (news == null) {
				operations.stop();
			}
			else if (isOurs(met, news)) {
				operations.reschedule(complete, this.clock.instant());
			}
			return news != null;
		}));
		if (again) {
			this.wake.run();
		}
	}

	private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		RunFailedException failure = (RunFailedException) complete.getCause().orElseThrow();
		boolean givenUp = Boolean.TRUE
			.equals(this.transaction.execute((status) -> failed(failure, complete, operations)));
		this.observer.failed(this.job.name(), failure.cause, givenUp, complete.getDuration());
	}

	/** Whether it was given up: never if there is news since the run began. */
	private boolean failed(RunFailedException failure, ExecutionComplete complete,
			ExecutionOperations<Void> operations) {
		String subject = complete.getExecution().getId();
		Instant now = this.clock.instant();
		this.requests.lock(this.job.name(), subject);
		WorkRequest request = this.requests.find(this.job.name(), subject).orElse(null);
		if (request == null || !isOurs(failure.met, request)) {
			if (request == null) {
				operations.stop();
			}
			return false;
		}
		int failures = complete.getExecution().consecutiveFailures + 1;
		String verdict = this.retryPolicy.verdict(failure.cause, request, failures, now);
		if (verdict != null && failure.met != null && this.requests.remove(this.job.name(), subject, failure.met)) {
			this.deadLetters.add(this.job.name(), subject, verdict, failures, now);
			operations.stop();
			return true;
		}
		boolean news = failure.met != null && request.revision() != failure.met.revision();
		Instant again = news ? latest(now, request.notBefore()) : again(failure.cause, subject, failures, now);
		operations.reschedule(isSteady(failure.cause) ? asNone(complete) : complete, again);
		return false;
	}

	/** Another process has gone on with what this one was stopped at, and it is done. */
	private static boolean isOurs(@Nullable WorkRequest met, WorkRequest now) {
		return met == null || met.isOfSameGenerationAs(now);
	}

	/** When it is tried again; what is in the way may say until when. */
	private Instant again(Throwable cause, String subject, int failures, Instant now) {
		if (isSteady(cause)) {
			this.requests.waits(this.job.name(), subject, now);
		}
		else if (cause instanceof RetryLaterException later) {
			this.requests.putOff(this.job.name(), subject, (later.after() != null) ? now.plus(later.after()) : now);
		}
		else if (!RetryPolicy.isOfStore(cause)) {
			this.requests.failed(this.job.name(), subject);
		}
		return now.plus(this.retryPolicy.pause(failures, cause));
	}

	private static boolean isSteady(Throwable cause) {
		return cause instanceof RetryLaterException later && later.isSteady();
	}

	/** A failure that is none ends the row of those before. */
	private static ExecutionComplete asNone(ExecutionComplete failed) {
		Instant end = failed.getTimeDone();
		return ExecutionComplete.success(failed.getExecution(), end.minus(failed.getDuration()), end);
	}

	private static Instant latest(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/** Tells the end of a failed run which request it was for. */
	private static final class RunFailedException extends RuntimeException {

		private final transient @Nullable WorkRequest met;

		private final Throwable cause;

		RunFailedException(@Nullable WorkRequest met, Throwable cause) {
			super(null, cause, false, false);
			this.met = met;
			this.cause = cause;
		}

	}

}
