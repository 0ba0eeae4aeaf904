package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.SqlFailure;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.worker.WorkerIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts what is in the tables, for operators. Reads whole tables, so it has connections
 * of its own and much time. Called by {@link ManagedTables}, never for a callback.
 * Thread-safe.
 */
final class TablesExamination {

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private final JdbcTemplate jdbc;

	private final ManagedDialect dialect;

	TablesExamination(DataSource connections, ManagedDialect dialect) {
		this.jdbc = new JdbcTemplate(connections);
		this.dialect = dialect;
	}

	/** What is not as it should be, although the service can work with it. */
	List<Observation> warnings() {
		return using(this.dialect::warnings);
	}

	List<Observation> examine() {
		try {
			return counted();
		}
		catch (CrmUnavailableException ex) {
			if (!isOfTables(ex)) {
				throw ex;
			}
			return List.of(Observation.problem(
					"The tables of this service are missing, or the user may not read them: SQLSTATE "
							+ SqlFailure.state(ex),
					"Run the command import once with a user that may create tables in the schema, and grant select on "
							+ "the tables frontline_* to frontline.crm.jdbc.username"));
		}
	}

	private List<Observation> counted() {
		return using((statement) -> {
			List<Observation> seen = new ArrayList<>(this.dialect.warnings(statement));
			long customers = number(statement, "select count(*) from frontline_customer");
			if (customers == 0) {
				seen.add(Observation.warning("The tables of this service have no customers",
						"Import a file of customers with the command import"));
				return seen;
			}
			long unreachable = number(statement, "select count(*) from frontline_customer where not has_number");
			seen.add(
					Observation.holds("%,d customers, %,d of them without a number".formatted(customers, unreachable)));
			return seen;
		});
	}

	CustomerSummary summary() {
		return using((statement) -> {
			Map<WorkerIdentity, Integer> owners = new HashMap<>();
			counts(statement,
					"select owner_key, count(*) from frontline_customer_owner where owner_key <> '" + TableKeys.ALL
							+ "' group by owner_key")
				.forEach((owner, count) -> owners.put(WorkerIdentity.of(owner), count));
			Map<String, Integer> attributes = counts(statement, this.dialect.attributeCounts());
			try (ResultSet counts = statement
				.executeQuery("select count(*), count(company), count(language) from frontline_customer")) {
				counts.next();
				return CustomerSummary.ofCounts(counts.getInt(1), counts.getInt(2), counts.getInt(3), owners,
						attributes);
			}
		});
	}

	private static long number(Statement statement, String sql) throws SQLException {
		try (ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	private static Map<String, Integer> counts(Statement statement, String sql) throws SQLException {
		Map<String, Integer> counts = new HashMap<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				counts.put(rows.getString(1), rows.getInt(2));
			}
		}
		return counts;
	}

	/** Whether the tables are missing, or the user may not read them. */
	private static boolean isOfTables(CrmUnavailableException failure) {
		return String.valueOf(SqlFailure.state(failure)).startsWith("42");
	}

	private <T> T using(Reading<T> reading) {
		try {
			return this.jdbc.execute((ConnectionCallback<T>) (connection) -> {
				connection.setReadOnly(true);
				try (Statement statement = connection.createStatement()) {
					statement.setQueryTimeout((int) LONGEST.toSeconds());
					return reading.read(statement);
				}
			});
		}
		catch (DataAccessException ex) {
			throw SqlFailure.unavailable(ex);
		}
	}

	/** Reads something by one connection. */
	@FunctionalInterface
	interface Reading<T> {

		T read(Statement statement) throws SQLException;

	}

}
