package io.frontlineservice.crm.jdbc.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check at start finds in queries and tables of PostgreSQL. */
class PostgresQueryCheckTests {

	private static final String COLUMNS = "id int primary key, name text not null, owner text, phone text";

	private static final String QUERIES = "frontline.crm.jdbc.queries.";

	private static final String URL = TestPostgres.newDatabase();

	private final CheckedQueries queries = CheckedQueries.in(URL);

	@BeforeEach
	void create() throws SQLException {
		this.queries.afterCreating(COLUMNS);
	}

	@Test
	void usableQueriesHaveNoProblem() {
		assertThat(problems(this.queries)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					order by      | ordr by        | is not correct SQL in line 4, at ordr (SQLSTATE 42601)
					order by name | order by nam   | names a column that does not exist in line 4, at nam (SQLSTATE 42703)
					from c        | from contacts  | names a table that does not exist or is in another schema in line 1, at contacts (SQLSTATE 42P01)
					owner in      | id in          | compares or combines values of different types
					owner in      | ownerof(id) in | uses a function or an operator that does not exist for values of these types in line 2, at ownerof (SQLSTATE 42883)
					owner in      | id::bigint like '1' and owner in | uses a function or an operator that does not exist for values of these types in line 2, at like (SQLSTATE 42883)
					owner in      | concat(:workers) is null or owner in | has a bind of which the type is not clear
					""")
	void wrongSqlIsAProblemWithItsPlace(String part, String replacement, String problem) {
		assertThat(problems(this.queries.withList((sql) -> sql.replace(part, replacement)))).first()
			.asString()
			.startsWith(QUERIES + "list " + problem);
	}

	@Test
	void eachQueryIsTriedWithAllItsParts() {
		assertThat(problems(this.queries.withList((sql) -> sql.replace(":after_name or", ":after_name orr")))).first()
			.asString()
			.startsWith(QUERIES + "list is not correct SQL in line 3");
		assertThat(problems(this.queries.withSearch((sql) -> sql.replace("like", "lik")))).first()
			.asString()
			.startsWith(QUERIES + "search is not correct SQL in line 4, at lik");
		assertThat(problems(this.queries.withById((sql) -> sql + " x y"))).first()
			.asString()
			.startsWith(QUERIES + "by-id ");
		assertThat(problems(this.queries.withByAddress((sql) -> sql.replace("phone in", "id in")))).first()
			.asString()
			.startsWith(QUERIES + "by-address compares or combines values of different types");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			customer_id  | key       | does not return a column with the id
			display_name | full_name | does not return a column with the name
			worker       | owned_by  | does not return a column with the owner
			""")
	void missingColumnIsAProblem(String column, String name, String problem) {
		assertThat(problems(this.queries.withList((sql) -> sql.replace("as " + column, "as " + name)))).first()
			.asString()
			.startsWith(QUERIES + "list " + problem);
	}

	@Test
	void lookUpsMustReturnTheName() {
		assertThat(problems(this.queries.withById((sql) -> sql.replace("display_name", "dispaly_name"))))
			.containsExactly(QUERIES + "by-id does not return a column with the name; the nearest is dispaly_name");
		assertThat(problems(this.queries.withByAddress((sql) -> sql.replace("name as display_name,", ""))))
			.containsExactly(QUERIES + "by-address does not return a column with the name");
	}

	@Test
	void listWithoutTheColumnByWhichItSortsIsAProblem() {
		assertThat(problems(this.queries.withList((sql) -> sql.replace("display_name", "last_name"))))
			.containsExactly(QUERIES + "list does not return the column by which it sorts");
	}

	@Test
	void sameProblemIsReportedOnce() {
		assertThat(problems(this.queries.withSearch((sql) -> sql.replace("like", "lik")))).hasSize(1);
	}

	@Test
	void problemDoesNotQuoteTheDriver() throws SQLException {
		this.queries.after("insert into c values (1, 'a', 'x', '')");
		assertThat(problems(this.queries.withByAddress((sql) -> sql.replace("phone in", "id::bigint in"))))
			.containsExactly(QUERIES + "by-address compares or combines values of different types (SQLSTATE 22P02)");
	}

	@Test
	void columnThatASettingNamesMustExist() {
		FieldMapping fields = FieldMapping
			.of(Map.of(CustomerField.PHONE, List.of("mobile"), CustomerField.WHATSAPP, List.of("phon", "fone")));
		assertThat(problems(this.queries.with(fields))).contains(
				QUERIES + "by-id does not return the column that frontline.crm.jdbc.fields.phone names",
				QUERIES + "by-id does not return the column that frontline.crm.jdbc.fields.whatsapp names; "
						+ "the nearest is phone");
	}

	@Test
	void fieldInATextMustBeAColumn() {
		FieldMapping fields = FieldMapping.NONE.with(Map.of("tier", "tier_code"), null, null, null);
		assertThat(problems(this.queries.with(fields))).containsExactly(
				QUERIES + "by-id does not return the column that frontline.crm.jdbc.fields.attributes.tier names");
	}

	@Test
	void lookUpByAddressMustReturnNumbers() {
		assertThat(problems(this.queries.withByAddress((sql) -> sql.replace(", phone from", " from")))).first()
			.asString()
			.startsWith(QUERIES + "by-address does not return a column with the numbers");
	}

	@Test
	void twoColumnsOfOneNameAreAProblem() {
		assertThat(problems(this.queries.withById((sql) -> sql.replace("phone", "phone, owner as PHONE"))))
			.containsExactly(QUERIES + "by-id returns two columns named phone");
	}

	@Test
	void binaryIdIsAProblem() throws SQLException {
		this.queries.afterCreating("id bytea, name text not null, owner text, phone text");
		assertThat(problems(this.queries.withAll((sql) -> sql.replace("id > :after_id", "true or :after_id = ''"))))
			.contains(QUERIES + "list returns the id in a binary column, customer_id");
	}

	@Test
	void orderThatDoesNotFitTheCursorIsAProblem() throws SQLException {
		this.queries.after("insert into c values (1, 'a', 'x', ''), (2, 'b', 'x', ''), (3, 'c', 'x', '')");
		CheckedQueries visibleToAll = this.queries
			.withList((sql) -> sql.replace("owner in (:workers)", "true [[and owner in (:workers)]]"));
		assertThat(problems(visibleToAll)).isEmpty();
		assertThat(problems(visibleToAll.withList((sql) -> sql.replace("order by name", "order by name desc"))))
			.containsExactly(QUERIES + "list returns other customers after the first one than its order says");
	}

	@Test
	void customerThatAJoinRepeatsIsAProblem() throws SQLException {
		this.queries.after("insert into c values (1, 'a', 'x', '')");
		CheckedQueries joined = this.queries
			.withList((sql) -> sql.replace("owner in (:workers)", "true " + "[[and owner in (:workers)]]")
				.replace("from c", "from c cross join (values (1), (2)) as phones"));
		assertThat(problems(joined)).containsExactly(QUERIES + "list returns a customer twice");
	}

	@Test
	void nameThatCanBeNullIsAWarning() throws SQLException {
		this.queries.afterCreating(COLUMNS.replace(" not null", ""));
		assertThat(warnings(this.queries)).anyMatch((it) -> it.startsWith(QUERIES + "list sorts by display_name, which "
				+ "can be null: customers without it are missing from the pages after the first"));
	}

	@Test
	void differentSortNamesAreAWarning() {
		assertThat(warnings(this.queries.withList((sql) -> sql.replace("owner as", "name as sort_name, owner as"))))
			.contains(QUERIES + "by-id does not return the column by which " + QUERIES
					+ "list sorts, so the app cannot page by an anchor");
	}

	@Test
	void fullScanIsAWarningWithTheIndexToCreate() throws SQLException {
		assertThat(fixes(this.queries)).contains("create index on c (owner, name, id);", "create index on c (phone);");
		this.queries.after("create index on c (owner, name, id)", "create index on c (phone)");
		assertThat(fixes(this.queries)).noneMatch((it) -> it.contains("create index"));
	}

	@Test
	void fullScanOfASmallTableIsNoWarning() throws SQLException {
		this.queries.after("insert into c select i, 'n' || i, 'x', '1' from generate_series(1, 500) i", "analyze c");
		assertThat(fixes(this.queries)).noneMatch((it) -> it.contains("create index"));
		this.queries.after("insert into c select i, 'n' || i, 'x', '1' from generate_series(501, 1500) i", "analyze c");
		assertThat(fixes(this.queries)).contains("create index on c (phone);");
	}

	@Test
	void userThatMayWriteIsAWarning() throws SQLException {
		String mayWrite = "the user in frontline.crm.jdbc.username may change tables";
		assertThat(warnings(this.queries)).contains(mayWrite);
		this.queries.after("create role reader login", "grant select on c to reader");
		CheckedQueries asReader = new CheckedQueries(URL.replaceAll("user=[^&]*", "user=reader"),
				this.queries.queries(), FieldMapping.NONE);
		assertThat(warnings(asReader)).doesNotContain(mayWrite);
		this.queries.after("revoke all on c from reader");
		assertThat(problems(asReader)).contains(QUERIES + "list reads what the user may not read (SQLSTATE 42501)");
		this.queries.after("drop role reader");
	}

	@Test
	void queryThatWritesIsAProblem() {
		assertThat(problems(this.queries.withById((sql) -> "with d as (delete from c returning *) " + sql)))
			.containsExactly(QUERIES + "by-id writes (SQLSTATE 25006)");
	}

	@Test
	void databaseThatIsDownIsNoProblemOfTheQueries() {
		CheckedQueries down = new CheckedQueries("jdbc:postgresql://127.0.0.1:1/none", this.queries.queries(),
				FieldMapping.NONE);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(down::check);
	}

	@Test
	void examinationCountsAndTimes() throws SQLException {
		this.queries.after("insert into c values (1, 'Ann', 'x', '+14155550101'), (2, 'Ben', 'x', 'none')");
		List<String> seen = this.queries
			.withList((sql) -> sql.replace("owner in (:workers)", "true [[and owner in (:workers)]]"))
			.examine()
			.stream()
			.map(Observation::seen)
			.toList();
		assertThat(seen).contains("of the first 2 customers, 1 have no usable number")
			.anyMatch((it) -> it.matches(QUERIES + "list took [0-9]+ ms"))
			.anyMatch((it) -> it.matches(QUERIES + "by-id took [0-9]+ ms"))
			.anyMatch((it) -> it.matches(QUERIES + "by-address took [0-9]+ ms"));
	}

	private static List<String> problems(CheckedQueries queries) {
		return seen(queries, Outcome.PROBLEM);
	}

	private static List<String> warnings(CheckedQueries queries) {
		return seen(queries, Outcome.WARNING);
	}

	private static List<String> fixes(CheckedQueries queries) {
		return queries.check().stream().map(Observation::fix).toList();
	}

	private static List<String> seen(CheckedQueries queries, Outcome outcome) {
		return queries.check().stream().filter((it) -> it.outcome() == outcome).map(Observation::seen).toList();
	}

}
