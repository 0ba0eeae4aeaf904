package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the durable store. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	/** How long a callback may wait for a connection before it is answered with 503. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** How long a connection that was idle may take to show that it is alive. */
	private static final Duration LONGEST_SIGN_OF_LIFE = Duration.ofSeconds(1);

	@Bean
	DataSource dataSource(StoreSettings settings) {
		HikariDataSource store = new HikariDataSource();
		store.setPoolName("store");
		Path file = EmbeddedFile.of(settings.url());
		store.setJdbcUrl((file != null) ? EmbeddedFile.url(file) : settings.url());
		store.setUsername(settings.username());
		store.setPassword((settings.password() != null) ? settings.password().reveal() : null);
		store.setConnectionTimeout(PATIENCE.toMillis());
		store.setValidationTimeout(LONGEST_SIGN_OF_LIFE.toMillis());
		if (file != null) {
			create(file);
			// What is in memory alone would be gone with its connection.
			store.setExceptionOverride(new BrokenConnections());
		}
		if (settings.isEmbedded()) {
			embedded(store);
		}
		else {
			shared(store);
		}
		open(store, settings.isEmbedded());
		return store;
	}

	private static void create(Path file) {
		try {
			EmbeddedFile.create(file);
		}
		catch (IOException ex) {
			throw new StoreRefusedException(FileAccess.problem(file)
				.orElse("must name a file that this service may write to: it may not for " + file), ex);
		}
	}

	/** Without the pool, which would log its failure with all that the driver says. */
	private static void open(HikariDataSource store, boolean embedded) {
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
	 * A file of this process alone, whose commits are on the disk when they return. It
	 * has one writer at a time anyway; with one connection they at least take turns
	 * fairly.
	 */
	private static void embedded(HikariDataSource store) {
		store.setMaximumPoolSize(1);
		store.setMaxLifetime(0);
		store.addDataSourceProperty("journal_mode", "WAL");
		store.addDataSourceProperty("synchronous", "FULL");
		store.addDataSourceProperty("locking_mode", "EXCLUSIVE");
		store.addDataSourceProperty("transaction_mode", "IMMEDIATE");
	}

	/** A server that may be slow, or gone: nobody waits for it for long. */
	private static void shared(HikariDataSource store) {
		store.addDataSourceProperty("connectTimeout", "2");
		store.addDataSourceProperty("socketTimeout", "3");
		store.addDataSourceProperty("tcpKeepAlive", "true");
		store.addDataSourceProperty("ApplicationName", "frontline-integration-service");
	}

}
