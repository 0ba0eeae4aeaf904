package io.frontlineservice.work;

/**
 * Commits changes of the store that a callback waits for. Made by
 * {@link WorkConfiguration}, called by {@link WorkQueue} and by callbacks that request no
 * job. Thread-safe.
 */
public interface Commits {

	/**
	 * Makes a change in a transaction. When the method returns, the change is on the
	 * disk.
	 * @param change changes the store through the connection of the current thread; it
	 * may run again, after an earlier run was rolled back, or was committed while the
	 * connection was lost
	 * @throws org.springframework.dao.DataAccessException if the store cannot be written
	 * or takes too long; the change may have been made even so
	 * @throws org.springframework.transaction.TransactionException if the store cannot be
	 * reached or takes too long; the change may have been made even so
	 */
	void commit(Runnable change);

}
