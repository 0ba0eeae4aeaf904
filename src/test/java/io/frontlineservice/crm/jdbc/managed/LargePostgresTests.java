package io.frontlineservice.crm.jdbc.managed;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.Search;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With a million customers, each query reads few rows, and each by an index. */
class LargePostgresTests {

	private static final int MOST = 51;

	/** A place in the list with about 700,000 customers before it. */
	private static final Place FAR_DOWN = new Place(CustomerOrder.ofCursor("Gus 5\nc1"));

	private static final List<String> ALL = List.of(TableKeys.ALL);

	private static final List<String> ONE = List.of("w5");

	private static final List<String> LARGE = List.of("w0");

	private static final List<String> TEAM = IntStream.range(0, 30).mapToObj((i) -> "w" + i).toList();

	private static ManagedDatabase database;

	@BeforeAll
	static void fill() throws IOException, SQLException {
		database = ManagedDatabase.inPostgres();
		String indexes = new ClassPathResource("db/crm/postgresql/V2__customer_indexes.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		try (Connection connection = database.schema().connections().getConnection()) {
			LargeTables.fill(connection, indexes);
		}
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@Test
	void listsReadOnlyTheirPage() {
		for (Place after : new Place[] { null, FAR_DOWN }) {
			assertThat(rowsRead(after, (query) -> query.list(ONE))).isLessThan(150);
			assertThat(rowsRead(after, (query) -> query.list(ALL))).isLessThan(150);
			assertThat(rowsRead(after, (query) -> query.list(TEAM))).isLessThan(2_000);
		}
	}

	@ParameterizedTest
	@CsvSource({ "silva,1100", "zebedee,1100", "a,600", "bo,300", "491500000,1100", "maria silva,1100", "@example,1100",
			"12,1100" })
	void searchOfAWorkerReadsTheListOfTheWorker(String words, int rows) {
		assertThat(rowsRead(null, (query) -> query.search(ONE, conditions(words), ManagedSearch.BUDGET)))
			.isLessThan(rows);
	}

	@ParameterizedTest
	@ValueSource(strings = { "silva", "s", "al", "12", "example", "4915", "gus silva" })
	void commonWordIsFoundSoonInAnyList(String words) {
		assertThat(rowsRead(FAR_DOWN, (query) -> query.search(ALL, conditions(words)))).isLessThan(10_000);
		assertThat(rowsRead(FAR_DOWN, (query) -> query.search(LARGE, conditions(words)))).isLessThan(10_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zebedee", "zeb quill", "4915000012340", "12340@example", "maria 4915000012340" })
	void rareWordIsFoundByTheIndexForSearches(String words) {
		assertThat(rowsRead(null, (query) -> query.indexed(ALL, conditions(words)))).isLessThan(1_000);
		assertThat(rowsRead(FAR_DOWN, (query) -> query.indexed(ALL, conditions(words)))).isLessThan(1_000);
		assertThat(rowsRead(null, (query) -> query.indexed(TEAM, conditions(words)))).isLessThan(200);
		assertThat(rowsRead(null, (query) -> query.search(ALL, conditions(words), ManagedSearch.BUDGET)))
			.isLessThanOrEqualTo(ManagedSearch.BUDGET + MOST);
	}

	/** In the list, the customers with a first name are together, and anywhere. */
	@ParameterizedTest
	@CsvSource({ "bo,150", "maria,150", "gus 5,150", "m,150", "MARIA 7,150", "silva,12000", "zebedee,22000",
			"maria 4915000012340,22000" })
	void firstPageOfAllCustomersReadsFewEntries(String words, int entries) {
		for (List<String> lists : List.of(ALL, LARGE)) {
			assertThat(entriesRead((search) -> search.find(lists, Search.of(words), null, MOST, Walk.soon())))
				.isBetween(1L, (long) entries);
		}
	}

	@Test
	void commonWordOfATeamReadsOnlyItsMatches() {
		assertThat(rowsRead(null, (query) -> query.indexed(TEAM, conditions("maria")))).isBetween(1_000L, 10_000L);
		assertThat(rowsRead(null, (query) -> query.longLists(TEAM, 333, null))).isLessThanOrEqualTo(30 * 334);
		assertThat(rowsRead(null, (query) -> query.longLists(LARGE, 9_999, FAR_DOWN))).isLessThanOrEqualTo(10_000);
	}

	@Test
	void customerIsFoundByIdAndByAddress() {
		assertThat(rowsRead(null, (query) -> query.withId("c77"))).isEqualTo(1);
		assertThat(rowsRead(null, (query) -> query.at("+4915000000077"))).isEqualTo(2);
	}

	/** Runs a search, and returns how many entries it has read of all indexes. */
	private static long entriesRead(Consumer<ManagedSearch> search) {
		CrmDatabase connections = database.database();
		JdbcTransactionManager oneConnection = new JdbcTransactionManager(connections.pool());
		Long read = new TransactionTemplate(oneConnection).execute((transaction) -> {
			long before = entriesRead(connections);
			search.accept(new ManagedSearch(connections, new PostgresDialect(), ManagedSearch.BUDGET));
			return entriesRead(connections) - before;
		});
		return Objects.requireNonNull(read);
	}

	private static long entriesRead(CrmDatabase connection) {
		return connection.query("entries",
				"select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_stat_user_indexes",
				new MapSqlParameterSource(), (rows) -> {
					rows.next();
					return rows.getLong(1);
				}, Walk.soon());
	}

	private static SearchConditions conditions(String words) {
		return SearchConditions.of(Search.of(words));
	}

	/** Runs a query, and returns how many rows it has read; fails for a full scan. */
	private static long rowsRead(@Nullable Place after, Function<PageQuery, String> sql) {
		PageQuery query = new PageQuery(new PostgresDialect(), ListPart.after(after, MOST));
		String plan = database.database()
			.query("plan", "explain (analyze, format json) " + sql.apply(query), query.values().toSource(), (rows) -> {
				rows.next();
				return rows.getString(1);
			}, Walk.soon());
		assertThat(plan).doesNotContain("Seq Scan");
		return rows(JsonMapper.shared().readTree(plan));
	}

	private static long rows(JsonNode node) {
		long rows = 0;
		if (node.path("Node Type").asString("").contains("Scan") && node.has("Relation Name")) {
			rows = (node.path("Actual Rows").asLong() + node.path("Rows Removed by Filter").asLong()
					+ node.path("Rows Removed by Index Recheck").asLong()) * node.path("Actual Loops").asLong();
		}
		for (JsonNode child : node) {
			rows += rows(child);
		}
		return rows;
	}

}
