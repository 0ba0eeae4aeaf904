package io.frontlineservice.crm.jdbc.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * Makes the pool of read-only connections. Its start does not wait for the database.
 * Called by {@link CrmDatabase}.
 */
final class ReadOnlyPool {

	private static final Duration VALIDATION_TIMEOUT = Duration.ofMillis(500);

	private ReadOnlyPool() {
	}

	static HikariDataSource of(DatabaseSettings settings) {
		HikariDataSource pool = new HikariDataSource();
		pool.setPoolName("crm");
		pool.setJdbcUrl(settings.url());
		pool.setUsername(settings.username());
		pool.setPassword((settings.password() != null) ? settings.password().reveal() : null);
		pool.setReadOnly(true);
		pool.setMaximumPoolSize(settings.connections());
		pool.setConnectionTimeout(settings.connectionTimeout().toMillis());
		pool.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
		// The service starts while the database is down.
		pool.setInitializationFailTimeout(-1);
		switch (settings.product()) {
			case POSTGRESQL -> postgres(pool, settings);
			case MARIADB -> mariaDb(pool);
			case OTHER -> {
			}
		}
		return pool;
	}

	private static void postgres(HikariDataSource pool, DatabaseSettings settings) {
		pool.addDataSourceProperty("connectTimeout", "2");
		pool.addDataSourceProperty("socketTimeout", String.valueOf(settings.statementTimeout().toSeconds() + 2));
		pool.addDataSourceProperty("cancelSignalTimeout", "2");
		pool.addDataSourceProperty("tcpKeepAlive", "true");
		pool.addDataSourceProperty("ApplicationName", "frontline-integration-service");
		// Also outside of a transaction.
		pool.addDataSourceProperty("readOnlyMode", "always");
		// A plan depends on the worker and on the words of a search.
		pool.setConnectionInitSql("set plan_cache_mode = force_custom_plan; set statement_timeout = "
				+ settings.statementTimeout().toMillis());
	}

	private static void mariaDb(HikariDataSource pool) {
		pool.addDataSourceProperty("connectTimeout", "2000");
		pool.addDataSourceProperty("socketTimeout", "5000");
	}

}
