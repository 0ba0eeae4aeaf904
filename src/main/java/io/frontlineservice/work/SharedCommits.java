package io.frontlineservice.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Commits for a store with one writer, which spends most of its time waiting for the
 * disk. Changes that arrive meanwhile share the next commit (group commit). Thread-safe.
 * <p>
 * If a change fails, the changes of its group are made one by one, so that one caller
 * does not fail because of another. If the store cannot be reached, the whole group
 * fails. A change of which the caller has stopped waiting is skipped.
 */
final class SharedCommits implements Commits, AutoCloseable {

	/** The maximum number of changes in a commit: the first waits for all of them. */
	private static final int GROUP_LIMIT = 100;

	private final TransactionOperations transaction;

	private final Duration timeout;

	private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>();

	private final ThreadPoolTaskExecutor writer = new ThreadPoolTaskExecutor();

	/**
	 * Commits with these transactions.
	 * @param timeout how long a caller waits
	 */
	SharedCommits(TransactionOperations transaction, Duration timeout) {
		this.transaction = transaction;
		this.timeout = timeout;
		this.writer.setCorePoolSize(1);
		this.writer.setThreadNamePrefix("store-writer-");
		this.writer.setWaitForTasksToCompleteOnShutdown(true);
		this.writer.setAwaitTerminationMillis(timeout.toMillis());
		this.writer.initialize();
	}

	@Override
	public void commit(Runnable change) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"The caller's transaction holds the connection that it would wait for");
		Change waited = new Change(change, new CompletableFuture<>());
		this.waiting.add(waited);
		this.writer.execute(this::commitWaiting);
		await(waited);
	}

	private void await(Change change) {
		try {
			change.outcome.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) ex.getCause();
		}
		catch (TimeoutException ex) {
			change.outcome.cancel(false);
			throw new TransactionTimedOutException("The store takes too long", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TransactionSystemException("Interrupted while the store was written", ex);
		}
	}

	/** No change may be left, because an earlier call committed them. */
	private void commitWaiting() {
		List<Change> changes = new ArrayList<>();
		this.waiting.drainTo(changes, GROUP_LIMIT);
		commit(changes);
	}

	private void commit(List<Change> all) {
		List<Change> changes = all.stream().filter((change) -> !change.outcome.isDone()).toList();
		if (changes.isEmpty()) {
			return;
		}
		try {
			this.transaction.executeWithoutResult((status) -> changes.forEach((change) -> change.action.run()));
			changes.forEach((change) -> change.outcome.complete(null));
		}
		catch (RuntimeException | Error ex) {
			if (changes.size() == 1 || ex instanceof CannotCreateTransactionException) {
				changes.forEach((change) -> change.outcome.completeExceptionally(ex));
			}
			else {
				changes.forEach((change) -> commit(List.of(change)));
			}
		}
	}

	/** Commits the changes that are waiting. */
	@Override
	public void close() {
		this.writer.shutdown();
	}

	private record Change(Runnable action, CompletableFuture<@Nullable Void> outcome) {
	}

}
