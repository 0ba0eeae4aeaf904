package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Creates and updates the tables of the durable store. Called by
 * {@link StoreConfiguration}.
 */
final class StoreMigration {

	private static final String OTHER_VERSION = "names a store whose tables are of another version of this service: "
			+ "start the version that wrote it, or restore a backup from before the upgrade";

	private StoreMigration() {
	}

	/**
	 * Migrates the store, and closes it if that fails.
	 * @throws StoreRefusedException if the store is of a newer version, or a migration
	 * fails
	 */
	static void migrate(HikariDataSource store, boolean embedded) {
		try {
			Flyway.configure(StoreMigration.class.getClassLoader())
				.dataSource(store)
				.loggers("slf4j")
				// A store that a newer version has changed is refused.
				.ignoreMigrationPatterns(new String[0])
				.load()
				.migrate();
		}
		catch (FlywayException ex) {
			store.close();
			throw new StoreRefusedException(problem(ex, embedded), ex);
		}
	}

	private static String problem(FlywayException failure, boolean embedded) {
		return (failure instanceof FlywayValidateException) ? OTHER_VERSION
				: StoreErrorText.ofMigration(failure, embedded);
	}

}
