package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a store as production does, for tests of other packages. */
public final class TestStore {

	private TestStore() {
	}

	/** Opens the store with that URL; the caller closes it. */
	public static HikariDataSource open(String url) {
		return StoreOpener.open(new StoreSettings(url, null, null));
	}

	/** Opens the store with that URL, and creates its tables; the caller closes it. */
	public static HikariDataSource migrated(String url) {
		HikariDataSource store = open(url);
		StoreMigration.migrate(store, EmbeddedFile.isEmbedded(url));
		return store;
	}

	/** Returns the configuration of the store as production has it. */
	public static Class<?> wiring() {
		return TestQueue.Wiring.class;
	}

	/** Returns the filters of an embedded store. */
	public static KeyFilters filters(JdbcClient store) {
		return new KeyFilters(new StoreSettings(StoreSettings.EMBEDDED, null, null), store);
	}

	/** Returns what calls a store that does not restart; the caller closes it. */
	public static StoreCalls calls() {
		return new StoreCalls(() -> false);
	}

}
