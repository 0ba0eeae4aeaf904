package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.TestMariaDb;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A new database with the tables of this service, for a class of tests. */
final class ManagedDatabase implements AutoCloseable {

	private static final int BATCH = 500;

	private final ManagedSchema schema;

	private final CrmDatabase database;

	private final ManagedTables tables;

	private ManagedDatabase(DatabaseSettings settings) {
		this.schema = new ManagedSchema(settings);
		this.database = CrmDatabase.of(settings);
		this.tables = new ManagedTables(this.database, this.schema);
	}

	static ManagedDatabase inPostgres() {
		return at(TestPostgres.newDatabase());
	}

	/** Skips the test if there is no MariaDB. */
	static ManagedDatabase inMariaDb() {
		return at(TestMariaDb.newDatabase());
	}

	private static ManagedDatabase at(String url) {
		return at(settings(url));
	}

	static ManagedDatabase at(DatabaseSettings settings) {
		ManagedDatabase database = new ManagedDatabase(settings);
		database.schema.migrate();
		return database;
	}

	static DatabaseSettings settings(String url) {
		return new DatabaseSettings(url, null, null, 10, Duration.ofSeconds(1), Duration.ofSeconds(3));
	}

	ManagedTables tables() {
		return this.tables;
	}

	/**
	 * The same tables; each search that finds too few in so many entries uses its index.
	 */
	ManagedTables tables(int budget) {
		return new ManagedTables(this.database, this.schema, budget);
	}

	ManagedSchema schema() {
		return this.schema;
	}

	CrmDatabase database() {
		return this.database;
	}

	/** Returns the adapter, after the customers have been replaced by these. */
	CrmAdapter with(List<CrmCustomer> customers) {
		try (Connection connection = this.schema.connections().getConnection();
				Statement statement = connection.createStatement()) {
			// Deleted rows would stay in the indexes of PostgreSQL, and slow down
			// searches.
			String delete = isPostgres(connection) ? "truncate frontline_" : "delete from frontline_";
			for (String table : List.of("customer", "customer_owner", "customer_address")) {
				statement.executeUpdate(delete + table);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		write(customers);
		return this.tables;
	}

	private static boolean isPostgres(Connection connection) throws SQLException {
		return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
	}

	/** Adds these customers, or replaces those with the same ids. */
	void write(List<CrmCustomer> customers) {
		CustomerWriter writer = new CustomerWriter(this.database.product());
		try (Connection connection = this.schema.connections().getConnection()) {
			connection.setAutoCommit(false);
			for (int i = 0; i < customers.size(); i += BATCH) {
				writer.write(connection, customers.subList(i, Math.min(customers.size(), i + BATCH)), 1);
			}
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.database.close();
	}

}
