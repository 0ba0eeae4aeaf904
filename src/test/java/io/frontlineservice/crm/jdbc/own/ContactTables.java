package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.TestMariaDb;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.worker.WorkerIdentity;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Contacts with owners and numbers in further tables, as a company may have them, in a
 * database of its own. Used by the tests of this package.
 */
final class ContactTables implements AutoCloseable {

	private final String url;

	private final Connection connection;

	private final CrmDatabase database;

	private final OwnTables tables;

	private List<CrmCustomer> stored = List.of();

	private ContactTables(String url, String schema, Queries queries) {
		this.url = url;
		try {
			this.connection = DriverManager.getConnection(url);
			execute(schema);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		this.database = database(url);
		this.tables = OwnTables.of(this.database, queries, FieldMapping.NONE, new AddressReader(null));
		List<Observation> problems = this.tables.prepare()
			.stream()
			.filter((it) -> it.outcome() == Outcome.PROBLEM)
			.toList();
		if (!problems.isEmpty()) {
			throw new IllegalStateException(problems.toString());
		}
	}

	static ContactTables inPostgres() {
		return new ContactTables(TestPostgres.newDatabase(), ContactSql.POSTGRES_SCHEMA, ContactSql.POSTGRES);
	}

	/** Skips the test without MariaDB. */
	static ContactTables inMariaDb() {
		return new ContactTables(TestMariaDb.newDatabase() + "&allowMultiQueries=true", ContactSql.MARIADB_SCHEMA,
				ContactSql.MARIADB);
	}

	static CrmDatabase database(String url) {
		return CrmDatabase.of(new DatabaseSettings(url, null, null, 10, Duration.ofSeconds(3), Duration.ofSeconds(3)));
	}

	String url() {
		return this.url;
	}

	OwnTables tables() {
		return this.tables;
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Returns the tables, which have exactly these customers afterwards. */
	OwnTables with(List<CrmCustomer> customers) {
		if (!this.stored.equals(customers)) {
			this.stored = List.of();
			try {
				execute("delete from contacts");
				execute("delete from contact_owners");
				execute("delete from contact_numbers");
				insert(customers);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
			this.stored = customers;
		}
		return this.tables;
	}

	private void insert(List<CrmCustomer> customers) throws SQLException {
		this.connection.setAutoCommit(false);
		try (PreparedStatement contact = this.connection.prepareStatement("insert into contacts values (?, ?, ?, ?)");
				PreparedStatement owner = this.connection.prepareStatement("insert into contact_owners values (?, ?)");
				PreparedStatement number = this.connection
					.prepareStatement("insert into contact_numbers values (?, ?, ?)")) {
			for (CrmCustomer customer : customers) {
				String id = customer.id().value();
				add(contact, id, customer.name(), customer.company(),
						customer.emails().stream().findFirst().orElse(null));
				for (WorkerIdentity worker : customer.owners()) {
					add(owner, id, worker.written());
				}
				for (Channel channel : customer.channels()) {
					add(number, id, channel.type().wireName(), channel.value());
				}
			}
			contact.executeBatch();
			owner.executeBatch();
			number.executeBatch();
			this.connection.commit();
		}
		finally {
			this.connection.setAutoCommit(true);
		}
	}

	private static void add(PreparedStatement statement, String... values) throws SQLException {
		for (int i = 0; i < values.length; i++) {
			statement.setString(i + 1, values[i]);
		}
		statement.addBatch();
	}

	@Override
	public void close() throws SQLException {
		this.database.close();
		this.connection.close();
	}

}
