package io.frontlineservice.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontlineservice.work.RunOutcome.GiveUp;
import io.frontlineservice.work.RunOutcome.RetryAt;
import org.jspecify.annotations.Nullable;

/**
 * Runs one job and reports how it ended. Made by {@link WorkConfiguration} for each job;
 * called by the scheduler. Thread-safe.
 */
final class JobRun {

	private final Job job;

	private final RunCompletion completion;

	private final WorkObserver observer;

	private final Runnable wake;

	JobRun(Job job, RunCompletion completion, WorkObserver observer, Runnable wake) {
		this.job = job;
		this.completion = completion;
		this.observer = observer;
		this.wake = wake;
	}

	CustomTask<Void> asTask() {
		return Tasks.custom(this.job.name(), Void.class)
			.onFailure(this::failed)
			.execute((task, context) -> run(task.getId()));
	}

	/** Without a request the job is not run. */
	private CompletionHandler<Void> run(String subject) {
		WorkRequest request = null;
		try {
			request = this.completion.request(this.job.name(), subject);
			if (request != null) {
				this.job.run(subject);
			}
		}
		catch (RuntimeException | Error ex) {
			throw new RunFailedException(request, ex);
		}
		WorkRequest found = request;
		return (complete, operations) -> succeeded(found, complete, operations);
	}

	private void succeeded(@Nullable WorkRequest request, ExecutionComplete complete,
			ExecutionOperations<Void> operations) {
		this.observer.done(this.job.name(), complete.getDuration());
		FinishedRun run = new FinishedRun(request, null, complete.getExecution().consecutiveFailures);
		if (this.completion.complete(run, complete, operations) instanceof RetryAt) {
			this.wake.run();
		}
	}

	private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		RunFailedException ex = (RunFailedException) complete.getCause().orElseThrow();
		FinishedRun run = new FinishedRun(ex.request, ex.failure, complete.getExecution().consecutiveFailures);
		boolean givenUp = this.completion.complete(run, complete, operations) instanceof GiveUp;
		this.observer.failed(this.job.name(), ex.failure, givenUp, complete.getDuration());
	}

	/** Carries the request of a failed run to the failure handler. */
	private static final class RunFailedException extends RuntimeException {

		private final transient @Nullable WorkRequest request;

		private final Throwable failure;

		RunFailedException(@Nullable WorkRequest request, Throwable failure) {
			super(null, failure, false, false);
			this.request = request;
			this.failure = failure;
		}

	}

}
