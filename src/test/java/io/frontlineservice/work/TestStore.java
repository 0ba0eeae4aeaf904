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

}
