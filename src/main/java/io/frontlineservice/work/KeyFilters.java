package io.frontlineservice.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a {@link KeyFilter} for each table that callbacks ask about people, and reads the
 * tables before the service is ready, so that no callback waits for it. Thread-safe.
 */
@Component
public final class KeyFilters implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(KeyFilters.class);

	private final List<KeyFilter> filters = new CopyOnWriteArrayList<>();

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
		KeyFilter filter = new KeyFilter(this.embedded, this.store, query);
		this.filters.add(filter);
		return filter;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			this.filters.forEach(KeyFilter::readOnce);
		}
		catch (DataAccessException ex) {
			logger.debug("The keys of the store will be read by a callback: {}", ex.getClass().getName());
		}
	}

}
