package io.frontlineservice.load;

import io.frontlineservice.load.LimitedCalls.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A worker who opens the app, and opens it again until there is a list. Used by
 * {@link CrmLimitRun}. Immutable.
 *
 * @param first the answer that the worker saw first
 * @param last the last answer
 * @param nanos the time until the last answer
 */
record AppOpening(Answer first, Answer last, long nanos) {

	/** How long a worker waits before opening the app again. */
	private static final Duration RETRY = Duration.ofSeconds(10);

	/** Opens the app of a worker now. */
	static CompletableFuture<AppOpening> of(int worker, LimitedCalls calls) {
		long opened = System.nanoTime();
		return calls.list(worker)
			.thenCompose((first) -> untilShown(first, calls, worker)
				.thenApply((last) -> new AppOpening(first, last, System.nanoTime() - opened)));
	}

	private static CompletableFuture<Answer> untilShown(Answer answer, LimitedCalls calls, int worker) {
		if (!answer.isUnavailable()) {
			return CompletableFuture.completedFuture(answer);
		}
		Executor later = CompletableFuture.delayedExecutor(RETRY.toMillis(), TimeUnit.MILLISECONDS);
		return CompletableFuture.runAsync(() -> {
		}, later).thenCompose((none) -> calls.list(worker)).thenCompose((next) -> untilShown(next, calls, worker));
	}

	/** Whether the worker had a list so soon. */
	boolean hasListAfter(long seconds) {
		return this.last.isShown() && this.nanos <= TimeUnit.SECONDS.toNanos(seconds);
	}

}
