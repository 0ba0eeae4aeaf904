package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.dao.DataAccessException;

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
		if (isCurrent(store, embedded)) {
			return;
		}
		Flyway flyway = Flyway.configure(StoreMigration.class.getClassLoader())
			.dataSource(store)
			.loggers("slf4j")
			// A store that a newer version has changed is refused.
			.ignoreMigrationPatterns(new String[0])
			// A database may also hold other tables, such as customers. A file is only
			// for the store.
			.baselineOnMigrate(!embedded)
			.baselineVersion("0")
			.load();
		try {
			migrate(flyway, embedded);
		}
		catch (FlywayException ex) {
			store.close();
			throw new StoreRefusedException(problem(ex, embedded), ex);
		}
	}

	/** If the store cannot be read, Flyway says why. */
	private static boolean isCurrent(DataSource store, boolean embedded) {
		try {
			return new MigrationHistory(store, embedded).isCurrent();
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	/**
	 * The first try may fail because another instance creates the tables at the same
	 * time. The second one waits for that instance.
	 */
	private static void migrate(Flyway flyway, boolean embedded) {
		try {
			flyway.migrate();
		}
		catch (FlywayException ex) {
			if (embedded || ex instanceof FlywayValidateException) {
				throw ex;
			}
			flyway.migrate();
		}
	}

	private static String problem(FlywayException failure, boolean embedded) {
		if (failure instanceof FlywayValidateException) {
			return embedded ? OTHER_VERSION
					: OTHER_VERSION + ". If they are tables of another program, " + StoreErrorText.OTHER_SCHEMA;
		}
		return StoreErrorText.ofMigration(failure, embedded);
	}

}
