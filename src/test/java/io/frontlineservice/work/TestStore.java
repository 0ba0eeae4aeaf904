package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;

/** Opens a store as production does, for those outside this room. */
public final class TestStore {

	private TestStore() {
	}

	/** The store of that URL, which whoever opens it closes. */
	public static HikariDataSource open(String url) {
		return StoreOpener.open(new StoreSettings(url, null, null));
	}

}
