package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks PostgreSQL and MariaDB how they would run the queries, and warns of those that
 * read a whole table, and of a user that may write. Called by {@link QueryCheck}.
 * Thread-safe.
 */
final class PlanCheck {

	/** Smaller tables are read as a whole as fast as by an index. */
	static final int SMALL_TABLE = 1_000;

	private static final Observation MAY_WRITE = Observation.warning(
			"the user in frontline.crm.jdbc.username may change tables",
			"use a user that may only select from the tables of the queries");

	private final CrmDatabase database;

	PlanCheck(CrmDatabase database) {
		this.database = database;
	}

	/**
	 * Returns warnings.
	 * @param queries statements that use all parts of each query
	 * @throws CrmUnavailableException if the database cannot be reached
	 */
	List<Observation> warnings(Map<QueryKind, BoundQuery> queries) {
		try {
			return switch (this.database.product()) {
				case POSTGRESQL -> this.database.withConnection((connection) -> ofPostgres(connection, queries));
				case MARIADB -> this.database.withConnection((connection) -> ofMariaDb(connection, queries));
				case OTHER -> List.of();
			};
		}
		catch (CrmUnavailableException ex) {
			if (SqlFailureKind.ofQuery(ex) == null) {
				throw ex;
			}
			return List.of(Observation.notExamined("the plans of the queries, because the server does not show them"));
		}
	}

	private static List<Observation> ofPostgres(Connection connection, Map<QueryKind, BoundQuery> queries)
			throws SQLException {
		List<Observation> warnings = new ArrayList<>();
		run(connection, "set enable_seqscan = off");
		try {
			for (Map.Entry<QueryKind, BoundQuery> query : queries.entrySet()) {
				JsonNode plan = explained(connection, "explain (format json) ", query.getValue());
				for (FullScan scan : PostgresPlan.fullScans(plan)) {
					if (!isSmall(connection, scan.table())) {
						warnings.add(scan.warning(query.getKey()));
					}
				}
			}
		}
		finally {
			run(connection, "reset enable_seqscan");
		}
		if (isTrue(connection, """
				select exists(select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)'
				and has_table_privilege(c.oid, 'insert, update, delete'))""")) {
			warnings.add(MAY_WRITE);
		}
		return warnings;
	}

	private static List<Observation> ofMariaDb(Connection connection, Map<QueryKind, BoundQuery> queries)
			throws SQLException {
		List<Observation> warnings = new ArrayList<>();
		for (Map.Entry<QueryKind, BoundQuery> query : queries.entrySet()) {
			JsonNode plan = explained(connection, "explain format=json ", query.getValue());
			MariaDbPlan.fullScans(plan, query.getValue().source())
				.forEach((scan) -> warnings.add(scan.warning(query.getKey())));
		}
		if (MariaDbPlan.mayWrite(texts(connection, "show grants"))) {
			warnings.add(MAY_WRITE);
		}
		return warnings;
	}

	private static JsonNode explained(Connection connection, String explain, BoundQuery query) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(explain + query.sql())) {
			query.setValues(statement);
			try (ResultSet result = statement.executeQuery()) {
				return result.next() ? JsonMapper.shared().readTree(result.getString(1))
						: JsonMapper.shared().createObjectNode();
			}
		}
	}

	/** The statistics of the table; PostgreSQL has none of a new table. */
	private static boolean isSmall(Connection connection, String table) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("select max(reltuples) from pg_class where relname = ?")) {
			statement.setString(1, table);
			try (ResultSet result = statement.executeQuery()) {
				double rows = result.next() ? result.getDouble(1) : 0;
				return rows > 0 && rows < SMALL_TABLE;
			}
		}
	}

	private static void run(Connection connection, String sql) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.execute();
		}
	}

	private static boolean isTrue(Connection connection, String sql) throws SQLException {
		return texts(connection, sql).stream().anyMatch("t"::equals);
	}

	private static List<String> texts(Connection connection, String sql) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(sql);
				ResultSet result = statement.executeQuery()) {
			while (result.next()) {
				texts.add(String.valueOf(result.getString(1)));
			}
		}
		return texts;
	}

	/**
	 * A table that a query reads as a whole.
	 *
	 * @param table the table
	 * @param index the statement that creates an index for it, or what else to do
	 */
	record FullScan(String table, String index) {

		Observation warning(QueryKind kind) {
			return Observation.warning(kind.setting() + " reads all rows of " + this.table, this.index);
		}

	}

}
