package io.frontlineservice.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import io.frontlineservice.work.RunOutcome.Done;
import io.frontlineservice.work.RunOutcome.GiveUp;
import io.frontlineservice.work.RunOutcome.NothingRequested;
import io.frontlineservice.work.RunOutcome.RetryAt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the outcome of a run to the store: the only place that ends or reschedules a
 * run. Called by {@link JobRun}. Thread-safe.
 */
final class RunCompletion {

	/** Shorter than the time after which an instance counts as gone. */
	private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final WorkRequests requests;

	private final DeadLetters deadLetters;

	private final RetryPolicy policy;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RunCompletion(WorkRequests requests, DeadLetters deadLetters, RetryPolicy policy, TransactionTemplate transaction,
			Clock clock) {
		this.requests = requests;
		this.deadLetters = deadLetters;
		this.policy = policy;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The request that a run is for; null without a request. */
	@Nullable WorkRequest request(String job, String subject) {
		return this.requests.find(job, subject).orElse(null);
	}

	/**
	 * Decides what follows from the run and stores it, in one transaction. While the
	 * connection is lost, it tries again: otherwise the job would be free only when
	 * another instance takes it from this one.
	 */
	RunOutcome complete(FinishedRun run, ExecutionComplete complete, ExecutionOperations<Void> operations) {
		long start = System.nanoTime();
		while (true) {
			try {
				return completeOnce(run, complete, operations);
			}
			catch (RuntimeException ex) {
				boolean lost = LostConnection.isCauseOf(ex) || LostConnection.isTimeoutOfPool(ex);
				if (!lost || System.nanoTime() - start > LONGEST_RETRY.toNanos() || !pause()) {
					throw ex;
				}
			}
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private RunOutcome completeOnce(FinishedRun run, ExecutionComplete complete, ExecutionOperations<Void> operations) {
		Execution execution = complete.getExecution();
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			WorkRequest current = this.requests.lock(execution.getTaskName(), execution.getId()).orElse(null);
			Instant now = this.clock.instant();
			RunOutcome outcome = this.policy.decide(run, current, now);
			apply(outcome, execution.getTaskName(), execution.getId(), now);
			if (outcome instanceof RetryAt retry) {
				operations.reschedule(retry.countsAsFailure() ? complete : asSuccess(complete), retry.time());
			}
			else if (ends(outcome)) {
				operations.stop();
			}
			return outcome;
		}));
	}

	private void apply(RunOutcome outcome, String job, String subject, Instant now) {
		if (outcome instanceof Done) {
			this.requests.remove(job, subject);
			this.deadLetters.remove(job, subject);
		}
		else if (outcome instanceof GiveUp giveUp) {
			this.requests.remove(job, subject);
			this.deadLetters.add(job, subject, giveUp.reason(), giveUp.tries(), now);
		}
		else if (outcome instanceof RetryAt retry) {
			this.requests.update(job, subject, retry.request());
		}
	}

	private static boolean ends(RunOutcome outcome) {
		return outcome instanceof Done || outcome instanceof GiveUp || outcome instanceof NothingRequested;
	}

	/** Resets the scheduler's count of consecutive failures. */
	private static ExecutionComplete asSuccess(ExecutionComplete complete) {
		Instant end = complete.getTimeDone();
		return ExecutionComplete.success(complete.getExecution(), end.minus(complete.getDuration()), end);
	}

}
