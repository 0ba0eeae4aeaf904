package io.frontlineservice.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The checks of the SQL adapter's settings, and what the doctor says of its database. */
class JdbcCrmVendorTests {

	private final JdbcCrmVendor vendor = new JdbcCrmVendor();

	@Test
	void missingUrlIsFinding() {
		assertThat(this.vendor.findings(new MockEnvironment())).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo("frontline.crm.jdbc.url");
			assertThat(finding.problem()).startsWith("is missing");
		});
	}

	@Test
	void urlWithoutDriverIsFinding() {
		assertThat(this.vendor.findings(environment("jdbc:none://secret@db.example.com/crm"))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.key()).isEqualTo("frontline.crm.jdbc.url");
				assertThat(finding.problem()).contains("JDBC driver").doesNotContain("secret");
			});
	}

	@Test
	void ownTablesNeedQueries() {
		MockEnvironment environment = environment("jdbc:postgresql://localhost:1/crm")
			.withProperty("frontline.crm.jdbc.schema", "own")
			.withProperty("frontline.crm.jdbc.queries.by-id", "select 1 where id = :ids");
		assertThat(this.vendor.findings(environment)).extracting(Finding::key)
			.containsExactly("frontline.crm.jdbc.queries.list", "frontline.crm.jdbc.queries.by-id",
					"frontline.crm.jdbc.queries.by-address");
		assertThat(this.vendor.findings(environment)).extracting(Finding::problem)
			.contains("uses :ids, which this query does not have; the nearest is :id");
	}

	@Test
	void ownTablesAreExamined() throws SQLException {
		String url = TestPostgres.newDatabase();
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			statement.execute("create table c (customer_id int, display_name text, worker text, phone text)");
		}
		String list = """
				select * from c where true [[and worker in (:workers)]] [[and customer_id > :after_id]] limit :limit""";
		MockEnvironment environment = environment(url).withProperty("frontline.crm.jdbc.schema", "own")
			.withProperty("frontline.crm.jdbc.queries.list", list)
			.withProperty("frontline.crm.jdbc.queries.by-id", "select * from c where customer_id = :id")
			.withProperty("frontline.crm.jdbc.queries.by-address", "select * from c where phone in (:phones)");
		assertThat(this.vendor.findings(environment)).isEmpty();
		assertThat(this.vendor.examine(environment)).extracting(Observation::seen)
			.contains("frontline.crm.jdbc.queries.list returns no customers");
	}

	@Test
	void queriesForManagedTablesAreFinding() {
		MockEnvironment environment = environment("jdbc:postgresql://localhost:1/crm")
			.withProperty("frontline.crm.jdbc.queries.count", "select 1");
		assertThat(this.vendor.findings(environment)).containsExactly(new Finding("frontline.crm.jdbc.queries",
				"are for your own tables, but frontline.crm.jdbc.schema is managed: remove one of both"));
	}

	@Test
	void databaseThatCannotBeReachedIsProblem() {
		MockEnvironment environment = environment("jdbc:postgresql://localhost:1/crm");
		assertThat(this.vendor.findings(environment)).isEmpty();
		assertThat(this.vendor.examine(environment))
			.containsExactly(Observation.problem("The database of the customers cannot be reached",
					"check frontline.crm.jdbc.url, and that this machine can reach the database"));
		assertThat(this.vendor.summary(environment)).isEmpty();
	}

	@Test
	void databaseWithoutTablesIsExaminedAndNotChanged() {
		MockEnvironment environment = environment(TestPostgres.newDatabase());
		for (int i = 0; i < 2; i++) {
			assertThat(this.vendor.examine(environment)).extracting(Observation::outcome).contains(Outcome.PROBLEM);
			assertThat(this.vendor.summary(environment)).isEmpty();
		}
	}

	private static MockEnvironment environment(String url) {
		return new MockEnvironment().withProperty("frontline.crm.jdbc.url", url)
			.withProperty("frontline.crm.jdbc.schema", "managed");
	}

}
