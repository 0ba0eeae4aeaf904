package io.frontlineservice.crm.jdbc.managed;

import static io.frontlineservice.customer.TestCustomers.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.privacy.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the tables of this service come into a database. */
abstract class ManagedSchemaContract {

	private static final String HISTORY = "frontline_crm_schema_history";

	private DatabaseSettings settings;

	/** Creates an empty database, and returns its URL with a user that may do all. */
	abstract String newDatabase();

	/** Creates a user that may only read all tables, also those to come. */
	abstract DatabaseSettings reader();

	@BeforeEach
	void create() {
		this.settings = ManagedDatabase.settings(newDatabase());
	}

	DatabaseSettings settings() {
		return this.settings;
	}

	DatabaseSettings as(String url, String user) {
		return new DatabaseSettings(url, user, Secret.of("secret"), 2, Duration.ofSeconds(1), Duration.ofSeconds(3));
	}

	void execute(String... statements) {
		execute(this.settings, statements);
	}

	private static void execute(DatabaseSettings settings, String... statements) {
		try (Connection connection = new ManagedSchema(settings).connections().getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	List<Observation> prepare(DatabaseSettings settings) {
		try (CrmDatabase database = CrmDatabase.of(settings)) {
			return new ManagedTables(database, new ManagedSchema(settings)).prepare();
		}
	}

	@Test
	void tablesFitIntoADatabaseWithOtherTables() {
		execute("create table customer (id int)", "create table flyway_schema_history (version varchar(50))");
		assertThat(prepare(this.settings)).isEmpty();
		assertThat(prepare(this.settings)).isEmpty();
		execute("select id from customer", "select version from flyway_schema_history");
	}

	@Test
	void severalInstancesStartAtTheSameTime() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			Callable<List<Observation>> start = () -> prepare(this.settings);
			for (Future<List<Observation>> started : threads.invokeAll(List.of(start, start, start, start))) {
				assertThat(started.get()).isEmpty();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void tablesOfANewerVersionAreRefused() {
		prepare(this.settings);
		execute("update " + HISTORY + " set version = '9999' where version = '2'");
		Observation problem = problem(this.settings);
		assertThat(problem.seen())
			.isEqualTo("The tables of this service in the database of the customers are of a newer " + "version");
		assertThat(problem.fix()).startsWith("Start the version of this service that changed them");
	}

	@Test
	void userThatMayOnlyReadIsEnoughForTablesThatAreUpToDate() {
		DatabaseSettings reader = reader();
		prepare(this.settings);
		assertThat(prepare(reader)).isEmpty();
		try (CrmDatabase database = CrmDatabase.of(reader)) {
			ManagedTables tables = new ManagedTables(database, new ManagedSchema(reader));
			assertThat(Walk.all(tables).ids()).isEmpty();
			assertThat(tables.examine()).extracting("seen")
				.containsExactly("The tables of this service have no customers");
		}
	}

	@Test
	void userThatMayOnlyReadCannotCreateTheTables() {
		DatabaseSettings reader = reader();
		Observation problem = problem(reader);
		assertThat(problem.seen()).startsWith("The tables of this service could not be created")
			.contains("SQLSTATE 42");
		assertThat(problem.fix()).contains("Run the command import once with a user that may create tables");
		try (CrmDatabase database = CrmDatabase.of(reader)) {
			assertThat(new ManagedTables(database, new ManagedSchema(reader)).examine()).singleElement()
				.satisfies((seen) -> assertThat(seen.seen())
					.startsWith("The tables of this service are missing, or the user may not read them: SQLSTATE 42"));
		}
	}

	@Test
	void databaseThatTheServerDoesNotHaveIsNamed() {
		String url = this.settings.url().replaceFirst("/(\\w+)([?]|$)", "/none_$1$2");
		Observation problem = problem(ManagedDatabase.settings(url));
		assertThat(problem.seen()).startsWith("the server does not have this database");
		assertThat(problem.fix()).startsWith("check frontline.crm.jdbc.url");
	}

	@Test
	void databaseThatIsDownIsWorthAnotherTry() {
		DatabaseSettings down = ManagedDatabase.settings(this.settings.url().replaceFirst(":[0-9]+/", ":1/"));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> prepare(down))
			.withMessage("The database of the customers cannot be reached");
	}

	@Test
	void serviceNeverWritesThroughItsPool() {
		prepare(this.settings);
		try (CrmDatabase database = CrmDatabase.of(this.settings)) {
			assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> database.withConnection(
					(connection) -> connection.createStatement().execute("delete from frontline_customer")));
		}
	}

	@Test
	void writtenCustomerReplacesTheFormerOne() {
		try (ManagedDatabase database = ManagedDatabase.at(this.settings)) {
			database.with(List.of(customer("1", "Nora", "ada@example.com"), customer("2", "Zoe")));
			assertThatNoException().isThrownBy(() -> database.write(List.of(customer("1", "Ann", "ben@example.com"))));
			assertThat(Walk.all(database.tables()).inPagesOf(5)).extracting("name").containsExactly("Ann", "Zoe");
		}
	}

	private Observation problem(DatabaseSettings settings) {
		List<Observation> seen = prepare(settings);
		assertThat(seen).hasSize(1);
		assertThat(seen.get(0).outcome()).isEqualTo(Outcome.PROBLEM);
		return seen.get(0);
	}

}
