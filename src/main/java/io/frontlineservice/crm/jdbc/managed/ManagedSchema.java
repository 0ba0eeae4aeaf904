package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.ConnectionRefusal;
import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.jdbc.database.SqlFailure;
import io.frontlineservice.diagnosis.Observation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The tables of this service in the database of the customers: creates and updates them,
 * in a database that may have other tables. Called when the service starts, and before an
 * import. Several instances may call it at the same time. Thread-safe.
 */
public final class ManagedSchema {

	private static final String HISTORY = "frontline_crm_schema_history";

	/** SQLSTATE: a missing right, in PostgreSQL and in MariaDB, and no schema to use. */
	private static final Set<String> NOT_ALLOWED = Set.of("42501", "42000", "3F000");

	private final DatabaseProduct product;

	private final DataSource connections;

	/** Creates it for that database, without connecting to it. */
	public ManagedSchema(DatabaseSettings settings) {
		this.product = settings.product();
		this.connections = WritableConnections.of(settings);
	}

	/** Returns new connections that may write, one for each call. They are not pooled. */
	public DataSource connections() {
		return this.connections;
	}

	/**
	 * Creates or updates the tables. If they are up to date, nothing is written, so that
	 * a user without the right to write is enough.
	 * @throws SchemaRefusedException if that fails and would fail again
	 * @throws io.frontlineservice.customer.CrmUnavailableException if the database cannot
	 * be reached
	 */
	public void migrate() {
		if (this.product == DatabaseProduct.OTHER) {
			throw new SchemaRefusedException("frontline.crm.jdbc.schema=managed needs PostgreSQL or MariaDB",
					"Use one of them, or frontline.crm.jdbc.schema=own with queries of your own");
		}
		connect();
		try {
			Flyway flyway = flyway();
			if (isUpToDate(flyway.info())) {
				return;
			}
			checkPermission();
			if (this.product == DatabaseProduct.POSTGRESQL) {
				TrigramExtension.create(this.connections);
			}
			migrate(flyway);
		}
		catch (FlywayException | SQLException ex) {
			throw refused(ex);
		}
	}

	private void connect() {
		try {
			this.connections.getConnection().close();
		}
		catch (SQLException ex) {
			String state = SqlFailure.refusal(ex);
			if (state == null) {
				throw SqlFailure.unavailable(ex);
			}
			Observation refusal = ConnectionRefusal.of(state);
			throw new SchemaRefusedException(refusal.seen(), String.valueOf(refusal.fix()), ex);
		}
	}

	/**
	 * The first try may fail because another instance creates the tables at the same
	 * time. The second one waits for that instance.
	 */
	private static void migrate(Flyway flyway) {
		try {
			flyway.migrate();
		}
		catch (FlywayException ex) {
			flyway.migrate();
		}
	}

	private Flyway flyway() {
		return Flyway.configure(ManagedSchema.class.getClassLoader())
			.dataSource(this.connections)
			.locations("classpath:" + ManagedDialect.of(this.product).migrations())
			.table(HISTORY)
			.loggers("slf4j")
			// The database may have other tables.
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load();
	}

	/** Whether there is nothing to do; fails if a newer version has been here. */
	private static boolean isUpToDate(MigrationInfoService info) {
		MigrationVersion newest = Arrays.stream(info.all())
			.filter((it) -> it.getState().isResolved())
			.map(MigrationInfo::getVersion)
			.max(MigrationVersion::compareTo)
			.orElseThrow();
		for (MigrationInfo applied : info.applied()) {
			if (applied.getVersion() != null && applied.getVersion().compareTo(newest) > 0) {
				throw new SchemaRefusedException(
						"The tables of this service in the database of the customers are of a newer version",
						"Start the version of this service that changed them, or restore a backup from before");
			}
		}
		return info.pending().length == 0;
	}

	/** Without the right to create tables, Flyway would try it for ten seconds. */
	private void checkPermission() throws SQLException {
		try (Connection connection = this.connections.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists frontline_crm_probe (id int)");
			statement.execute("drop table if exists frontline_crm_probe");
		}
		catch (SQLException ex) {
			// Another failure comes from another instance that does the same.
			if (NOT_ALLOWED.contains(String.valueOf(ex.getSQLState())) || SqlFailure.isOfConnection(ex)) {
				throw ex;
			}
		}
	}

	private static RuntimeException refused(Exception failure) {
		String state = SqlFailure.state(failure);
		if (state == null || SqlFailure.isOfConnection(failure)) {
			return SqlFailure.unavailable(failure);
		}
		return new SchemaRefusedException(
				"The tables of this service could not be created or updated in the database of the customers: SQLSTATE "
						+ state,
				"Run the command import once with a user that may create tables in the schema, and grant select on "
						+ "the tables frontline_* to the user of the service, which only needs to read them",
				failure);
	}

}
