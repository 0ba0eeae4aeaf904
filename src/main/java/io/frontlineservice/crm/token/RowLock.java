package io.frontlineservice.crm.token;

import io.frontlineservice.crm.http.GrantedTokens;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Locks the row of a family, so that one instance at a time asks the CRM for tokens. Used
 * by {@link DatabaseTokenStore}. Implementations are thread-safe.
 */
@FunctionalInterface
interface RowLock {

	/**
	 * Makes a call while the row is locked, and returns its result; empty, without a
	 * call, if it is locked already.
	 */
	Optional<GrantedTokens> call(String family, Function<TokenRow, GrantedTokens> call);

	/**
	 * Returns the lock of a database that several instances share. It ends with the
	 * connection of an instance that dies.
	 */
	static RowLock ofDatabase(TokenTable table, TransactionTemplate transaction) {
		return (family, call) -> transaction.execute((status) -> table.lock(family).map(call));
	}

	/**
	 * Returns a lock for a file, which only this process uses. Its only connection stays
	 * free for others during the call.
	 */
	static RowLock ofProcess(TokenTable table) {
		ReentrantLock lock = new ReentrantLock();
		return (family, call) -> {
			if (!lock.tryLock()) {
				return Optional.empty();
			}
			try {
				return Optional.of(call.apply(table.read(family)));
			}
			finally {
				lock.unlock();
			}
		};
	}

}
