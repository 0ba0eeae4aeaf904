package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
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
		store.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
		store.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
		if (settings.isEmbedded()) {
			embedded(store, settings.url());
		}
		else {
			shared(store, settings);
		}
		return store;
	}

	/**
	 * A file that only this process uses; a commit is on the disk when it returns. SQLite
	 * has one writer at a time anyway, and one connection makes the writers take turns.
	 */
	private static void embedded(HikariDataSource store, String url) {
		Path file = EmbeddedFile.of(url);
		store.setJdbcUrl((file != null) ? EmbeddedFile.url(file) : url);
		if (file != null) {
			create(file);
			// A store in memory would be lost with its connection.
			store.setExceptionOverride(new BrokenConnections());
		}
		store.setMaximumPoolSize(1);
		store.setMaxLifetime(0);
		store.addDataSourceProperty("journal_mode", "WAL");
		store.addDataSourceProperty("synchronous", "FULL");
		store.addDataSourceProperty("locking_mode", "EXCLUSIVE");
		store.addDataSourceProperty("transaction_mode", "IMMEDIATE");
		connect(new ReconnectingDataSource(store.getJdbcUrl(), store.getDataSourceProperties()), true);
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

	/** A server that may be slow or down: the timeouts, in seconds, are short. */
	private static void shared(HikariDataSource store, StoreSettings settings) {
		Properties properties = new Properties();
		properties.put("connectTimeout", "2");
		properties.put("socketTimeout", "3");
		properties.put("tcpKeepAlive", "true");
		properties.put("ApplicationName", "frontline-integration-service");
		if (settings.username() != null) {
			properties.put("user", settings.username());
		}
		if (settings.password() != null) {
			properties.put("password", settings.password().reveal());
		}
		ReconnectingDataSource server = new ReconnectingDataSource(settings.url(), properties);
		store.setDataSource(server);
		connect(server, false);
	}

	/** Connects without the pool, which would log what the driver says. */
	private static void connect(ReconnectingDataSource server, boolean embedded) {
		try {
			server.connect().close();
		}
		catch (SQLException ex) {
			throw new StoreRefusedException(StoreErrorText.of(ex, embedded), ex);
		}
	}

}
