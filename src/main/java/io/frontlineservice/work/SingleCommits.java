package io.frontlineservice.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Commits for a server, which commits many changes at a time by itself: each change has a
 * transaction of its own, and a limit for the whole of it. Thread-safe.
 */
final class SingleCommits implements Commits {

	private final TransactionOperations transaction;

	private final StoreCalls calls;

	private final Duration patience;

	/**
	 * Commits by these transactions.
	 * @param patience for how long a caller waits
	 */
	SingleCommits(TransactionOperations transaction, StoreCalls calls, Duration patience) {
		this.transaction = transaction;
		this.calls = calls;
		this.patience = patience;
	}

	@Override
	public void commit(Runnable change) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"The change would not be part of the caller's transaction");
		this.calls.within(this.patience,
				Executors.callable(() -> this.transaction.executeWithoutResult((status) -> change.run())));
	}

}
