package io.frontlineservice.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Commits for a database server, which groups commits itself. Each change has its own
 * transaction, with a timeout for the whole of it. If the connection is lost, the change
 * is made again. Thread-safe.
 */
final class SingleCommits implements Commits {

	private final TransactionOperations transaction;

	private final StoreCalls calls;

	private final Duration timeout;

	/**
	 * Commits with these transactions.
	 * @param timeout how long a caller waits
	 */
	SingleCommits(TransactionOperations transaction, StoreCalls calls, Duration timeout) {
		this.transaction = transaction;
		this.calls = calls;
		this.timeout = timeout;
	}

	@Override
	public void commit(Runnable change) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"The change would not be part of the caller's transaction");
		this.calls.within(this.timeout,
				Executors.callable(() -> this.transaction.executeWithoutResult((status) -> change.run())));
	}

}
