package io.frontlineservice.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.jdbc.CustomerDatabaseEndpoint.Connections;
import io.frontlineservice.crm.jdbc.CustomerDatabaseEndpoint.Seen;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What operators learn of a database before any table is read. */
class CustomerDatabaseTests {

	private static final Observation READ = Observation.holds("the table can be read");

	private final String url = TestPostgres.newDatabase();

	@Test
	void databaseThatAcceptsTheUserIsExamined() {
		try (CustomerDatabase database = open(this.url, null)) {
			assertThat(database.prepare()).isEmpty();
			assertThat(database.examine()).containsExactly(READ);
		}
	}

	@Test
	void userThatTheServerRefusesIsProblem() {
		try (CustomerDatabase database = open(this.url, "stranger")) {
			assertThat(database.prepare())
				.containsExactly(Observation.problem("the server refuses the user (SQLSTATE 28000)",
						"check frontline.crm.jdbc.username and frontline.crm.jdbc.password"));
			assertThat(database.examine()).isEqualTo(database.prepare());
		}
	}

	@Test
	void databaseThatTheServerDoesNotHaveIsProblem() {
		try (CustomerDatabase database = open(this.url.replaceFirst("/db_", "/none_"), null)) {
			assertThat(database.prepare()).singleElement()
				.satisfies((problem) -> assertThat(problem.seen()).contains("does not have this database", "3D000"));
		}
	}

	@Test
	void databaseThatCannotBeReachedIsUnavailable() {
		try (CustomerDatabase database = open("jdbc:postgresql://localhost:1/crm", null)) {
			assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(database::prepare);
			assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(database::examine);
		}
	}

	@Test
	void preparationWaitsLongerForAConnectionThanACallback() throws Exception {
		DatabaseSettings impatient = new DatabaseSettings(this.url, null, null, 1, Duration.ofMillis(250),
				Duration.ofSeconds(3));
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try (CrmDatabase database = CrmDatabase.of(impatient)) {
			assertThat(database.refusal()).isNull();
			Future<@Nullable String> refusal;
			try (Connection busy = database.pool().getConnection()) {
				refusal = thread.submit(database::refusal);
				assertThatExceptionOfType(TimeoutException.class)
					.isThrownBy(() -> refusal.get(400, TimeUnit.MILLISECONDS));
				assertThat(busy.isClosed()).isFalse();
			}
			assertThat(refusal.get()).isNull();
		}
		finally {
			thread.shutdownNow();
		}
	}

	@Test
	void endpointShowsPreparationExaminationAndConnections() {
		try (CustomerDatabase database = open(this.url, null);
				TablePreparation preparation = new TablePreparation(database::prepare)) {
			preparation.start();
			CustomerDatabaseEndpoint.Answer answer = new CustomerDatabaseEndpoint(database, preparation)
				.customerDatabase();
			assertThat(answer.ready()).isTrue();
			assertThat(answer.preparation()).isEmpty();
			assertThat(answer.examination()).containsExactly(new Seen("holds", "the table can be read", null));
			assertThat(answer.connections().active()).isZero();
			assertThat(answer.connections().idle()).isPositive();
		}
	}

	@Test
	void endpointAnswersWhileTheDatabaseIsDown() {
		try (CustomerDatabase database = open("jdbc:postgresql://localhost:1/crm", null);
				TablePreparation preparation = new TablePreparation(database::prepare)) {
			preparation.start();
			CustomerDatabaseEndpoint.Answer answer = new CustomerDatabaseEndpoint(database, preparation)
				.customerDatabase();
			assertThat(answer.ready()).isFalse();
			assertThat(answer.examination()).extracting(Seen::outcome).containsExactly("problem");
			assertThat(answer.connections()).isEqualTo(new Connections(0, 0, 0));
		}
	}

	private static CustomerDatabase open(String url, @Nullable String username) {
		CrmDatabase database = CrmDatabase
			.of(new DatabaseSettings((username != null) ? url.replaceFirst("user=[^&]*", "user=" + username) : url,
					null, null, 2, Duration.ofSeconds(1), Duration.ofSeconds(3)));
		return CustomerDatabase.of(database, new PeopleTable(database, "1"));
	}

}
