package io.frontlineservice.work;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a {@link KeyFilter} for each table that callbacks ask about people. Thread-safe.
 */
@Component
public final class KeyFilters {

	private final boolean embedded;

	private final JdbcClient store;

	KeyFilters(StoreSettings settings, @WorkStore JdbcClient store) {
		this.embedded = settings.isEmbedded();
		this.store = store;
	}

	/**
	 * Returns a filter for a table.
	 * @param query selects the keys of all rows, null or not, in one column
	 */
	public KeyFilter of(String query) {
		return new KeyFilter(this.embedded, this.store, query);
	}

}
