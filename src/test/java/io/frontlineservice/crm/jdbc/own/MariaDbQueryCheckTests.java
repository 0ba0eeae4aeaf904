package io.frontlineservice.crm.jdbc.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestMariaDb;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check at start finds in queries and tables of MariaDB. */
class MariaDbQueryCheckTests {

	private static final String QUERIES = "frontline.crm.jdbc.queries.";

	private static String url;

	private CheckedQueries queries;

	@BeforeAll
	static void createDatabase() {
		url = TestMariaDb.newDatabase();
	}

	@BeforeEach
	void create() throws SQLException {
		this.queries = CheckedQueries.in(url)
			.afterCreating("id int primary key, name varchar(200) not null, owner varchar(200), phone varchar(50)");
	}

	@Test
	void usableQueriesHaveNoProblem() {
		assertThat(seen(this.queries, Outcome.PROBLEM)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					order by      | ordr by         | is not correct SQL in line 4 (SQLSTATE 42000)
					order by name | order by nam    | names a column that does not exist: nam (SQLSTATE 42S22)
					from c        | from contacts   | names a table that does not exist or is in another schema: contacts (SQLSTATE 42S02)
					owner in      | own_of(id) in   | uses a function or an operator that does not exist for values of these types
					""")
	void wrongSqlIsAProblem(String part, String replacement, String problem) {
		assertThat(seen(this.queries.withList((sql) -> sql.replace(part, replacement)), Outcome.PROBLEM)).first()
			.asString()
			.startsWith(QUERIES + "list " + problem);
	}

	@Test
	void binaryIdIsAProblem() throws SQLException {
		this.queries.afterCreating(
				"id binary(16) primary key, name varchar(200) not null, owner varchar(200), phone varchar(50)");
		assertThat(seen(this.queries, Outcome.PROBLEM))
			.contains(QUERIES + "list returns the id in a binary column, customer_id");
	}

	@Test
	void nameThatCanBeNullIsAWarning() throws SQLException {
		this.queries.after("alter table c modify name varchar(200) null");
		assertThat(seen(this.queries, Outcome.WARNING))
			.anyMatch((it) -> it.startsWith(QUERIES + "list sorts by display_name, which can be null"));
	}

	@Test
	void fullScanOfALargeTableIsAWarningWithTheIndexToCreate() throws SQLException {
		this.queries.after("insert into c select seq, concat('n', seq), concat('o', seq), seq from seq_1_to_3000",
				"analyze table c");
		assertThat(fixes()).contains("create index c_phone on c (phone);",
				"create index c_owner_name_id on c (owner, name, id);");
		this.queries.after("create index by_owner on c (owner, name, id)", "create index by_phone on c (phone)",
				"analyze table c");
		assertThat(fixes()).noneMatch((it) -> it.contains("create index"));
	}

	@Test
	void userThatMayWriteIsAWarning() throws SQLException {
		String mayWrite = "the user in frontline.crm.jdbc.username may change tables";
		assertThat(seen(this.queries, Outcome.WARNING)).contains(mayWrite);
		this.queries.after("create user reader@'127.0.0.1'", "grant select on c to reader@'127.0.0.1'");
		CheckedQueries asReader = new CheckedQueries(url.replace("user=root", "user=reader"), this.queries.queries(),
				FieldMapping.NONE);
		assertThat(seen(asReader, Outcome.WARNING)).doesNotContain(mayWrite);
		this.queries.after("drop user reader@'127.0.0.1'");
	}

	@Test
	void queryThatWritesIsAProblem() {
		assertThat(seen(this.queries.withById((sql) -> "delete from c where id = :id"), Outcome.PROBLEM))
			.containsExactly(QUERIES + "by-id writes (SQLSTATE 25006)");
	}

	private List<String> fixes() {
		return this.queries.check().stream().map(Observation::fix).toList();
	}

	private static List<String> seen(CheckedQueries queries, Outcome outcome) {
		return queries.check().stream().filter((it) -> it.outcome() == outcome).map(Observation::seen).toList();
	}

}
