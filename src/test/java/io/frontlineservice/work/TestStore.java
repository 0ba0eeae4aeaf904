package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;

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

	/** Returns what calls a store that does not restart; the caller closes it. */
	public static StoreCalls calls() {
		return new StoreCalls(() -> false);
	}

}
