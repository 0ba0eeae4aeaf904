package io.frontlineservice.work;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers which keys a table of the store may contain, so that a callback does not ask
 * the store about a person of whom it has no rows. Only this process writes an embedded
 * store. To a shared store other instances write as well: there, every key may have rows.
 * Made by {@link KeyFilters}; kept by the class that owns the table. Thread-safe.
 * <p>
 * Each key sets one of eight million bits. A key that was removed, or that shares its bit
 * with another one, only costs a query.
 */
public final class KeyFilter {

	private static final int BITS = 1 << 23;

	private final AtomicLongArray bits;

	private final AtomicReference<State> state;

	private final JdbcClient store;

	private final String query;

	KeyFilter(boolean embedded, JdbcClient store, String query) {
		this.bits = new AtomicLongArray(embedded ? BITS / Long.SIZE : 0);
		this.state = new AtomicReference<>(embedded ? State.UNREAD : State.SHARED);
		this.store = store;
		this.query = query;
	}

	/**
	 * Whether the table may have rows for one of the keys. Never waits for the store.
	 */
	public boolean mayContain(Collection<String> keys) {
		if (this.state.get() != State.READ) {
			return true;
		}
		for (String key : keys) {
			int bit = bit(key);
			if ((this.bits.get(bit / Long.SIZE) & 1L << bit) != 0) {
				return true;
			}
		}
		return false;
	}

	/** Adds the key of a row. To be called before the row is written. */
	public void add(@Nullable String key) {
		if (key != null && this.state.get() != State.SHARED) {
			int bit = bit(key);
			this.bits.accumulateAndGet(bit / Long.SIZE, 1L << bit, (before, added) -> before | added);
		}
	}

	/**
	 * Reads the keys of all rows, the first time it is called. To be called by a thread
	 * that may wait for the store.
	 * @throws org.springframework.dao.DataAccessException if the store fails
	 */
	public void readOnce() {
		if (this.state.compareAndSet(State.UNREAD, State.READING)) {
			try {
				this.store.sql(this.query).query((RowCallbackHandler) (row) -> add(row.getString(1)));
				this.state.set(State.READ);
			}
			finally {
				this.state.compareAndSet(State.READING, State.UNREAD);
			}
		}
	}

	private static int bit(String key) {
		return key.hashCode() & (BITS - 1);
	}

	private enum State {

		/** Other processes write to the store. */
		SHARED,

		UNREAD, READING, READ

	}

}
