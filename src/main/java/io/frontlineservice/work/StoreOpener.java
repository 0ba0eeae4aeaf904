package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Opens the durable store: an SQLite file or a PostgreSQL database. Called by
 * {@link StoreConfiguration}.
 */
final class StoreOpener {

	/** After this time without a connection a callback is answered with 503. */
	private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(1);

	private StoreOpener() {
	}

	/**
	 * Opens the store; the caller closes it.
	 * @throws StoreRefusedException if the store cannot be opened
	 */
	static HikariDataSource open(StoreSettings settings) {
		HikariDataSource store = new HikariDataSource();
		store.setPoolName("store");
		Path file = EmbeddedFile.of(settings.url());
		store.setJdbcUrl((file != null) ? EmbeddedFile.url(file) : settings.url());
		store.setUsername(settings.username());
		store.setPassword((settings.password() != null) ? settings.password().reveal() : null);
		store.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
		store.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
		if (file != null) {
			create(file);
			// A store in memory would be lost with its connection.
			store.setExceptionOverride(new BrokenConnections());
		}
		if (settings.isEmbedded()) {
			embedded(store);
		}
		else {
			shared(store);
		}
		connect(store, settings.isEmbedded());
		return store;
	}

	private static void create(Path file) {
		try {
			EmbeddedFile.create(file);
		}
		catch (IOException ex) {
			throw new StoreRefusedException(FileAccess.problem(file)
				.orElse("must name a file that this service may write to: it may not write to " + file), ex);
		}
	}

	/** Connects without the pool, which would log what the driver says. */
	private static void connect(HikariDataSource store, boolean embedded) {
		Properties properties = new Properties();
		properties.putAll(store.getDataSourceProperties());
		if (store.getUsername() != null) {
			properties.put("user", store.getUsername());
		}
		if (store.getPassword() != null) {
			properties.put("password", store.getPassword());
		}
		try {
			DriverManager.getConnection(store.getJdbcUrl(), properties).close();
		}
		catch (SQLException ex) {
			throw new StoreRefusedException(StoreErrorText.of(ex, embedded), ex);
		}
	}

	/**
	 * A file that only this process uses; a commit is on the disk when it returns. SQLite
	 * has one writer at a time anyway, and one connection makes the writers take turns.
	 */
	private static void embedded(HikariDataSource store) {
		store.setMaximumPoolSize(1);
		store.setMaxLifetime(0);
		store.addDataSourceProperty("journal_mode", "WAL");
		store.addDataSourceProperty("synchronous", "FULL");
		store.addDataSourceProperty("locking_mode", "EXCLUSIVE");
		store.addDataSourceProperty("transaction_mode", "IMMEDIATE");
	}

	/** A server that may be slow or down: the timeouts, in seconds, are short. */
	private static void shared(HikariDataSource store) {
		store.addDataSourceProperty("connectTimeout", "2");
		store.addDataSourceProperty("socketTimeout", "3");
		store.addDataSourceProperty("tcpKeepAlive", "true");
		store.addDataSourceProperty("ApplicationName", "frontline-integration-service");
	}

}
