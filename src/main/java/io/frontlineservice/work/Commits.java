package io.frontlineservice.work;

/**
 * How changes of the store are committed that a callback waits for. Made by
 * {@link WorkConfiguration}, used by {@link WorkQueue}. Thread-safe.
 */
interface Commits {

	/**
	 * Makes a change in a transaction; once the method returns, it is on the disk.
	 * @param change changes the store by the connection of the current thread. It may be
	 * run a second time after its first effects were taken back
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written,
	 * or takes too long; then the change may have been made nevertheless
	 * @throws org.springframework.transaction.TransactionException if it cannot be
	 * reached, or takes too long; then the change may have been made nevertheless
	 */
	void commit(Runnable change);

}
