package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.limit.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * The operator's queries, ready to run. Used by {@link OwnTables} and {@link QueryCheck}.
 * Thread-safe.
 */
final class OwnQueries {

	private final CrmDatabase database;

	private final RowReader rows;

	private final Map<QueryKind, QueryTemplate> templates = new EnumMap<>(QueryKind.class);

	/**
	 * Creates the queries of settings without findings.
	 * @throws BadQueryException if a query cannot be understood
	 */
	OwnQueries(CrmDatabase database, Queries queries, Columns columns) {
		this.database = database;
		this.rows = new RowReader(columns);
		for (QueryKind kind : QueryKind.values()) {
			String sql = kind.in(queries);
			if (sql != null) {
				this.templates.put(kind, QueryTemplate.parse(kind, sql, database.product()));
			}
		}
	}

	boolean has(QueryKind kind) {
		return this.templates.containsKey(kind);
	}

	/** Returns that query, if it is configured. */
	Optional<QueryTemplate> template(QueryKind kind) {
		return Optional.ofNullable(this.templates.get(kind));
	}

	/** Whether that query has such a bind. */
	boolean uses(QueryKind kind, Bind bind) {
		return template(kind).filter((it) -> it.binds().contains(bind)).isPresent();
	}

	/** Whether that query cannot run for a worker who sees all customers. */
	boolean needsWorkers(QueryKind kind) {
		return template(kind).filter((it) -> it.fixedBinds().contains(Bind.WORKERS)).isPresent();
	}

	/**
	 * Runs a query.
	 * @param most how many rows are read at most
	 * @throws io.frontlineservice.customer.CrmUnavailableException if there is no result
	 * by the deadline
	 */
	List<Row> run(QueryKind kind, BindValues values, int most, Deadline deadline) {
		BoundQuery query = template(kind).orElseThrow().with(values);
		return this.database.query(kind.key(), query.sql(), (statement) -> {
			statement.setMaxRows(most);
			query.setValues(statement);
		}, this.rows, deadline);
	}

	/**
	 * Runs a statement of a query for its check.
	 * @throws io.frontlineservice.customer.CrmUnavailableException if there is no result
	 * by the deadline
	 */
	Sample sample(BoundQuery query, int most, Deadline deadline) {
		return this.database.query("check", query.sql(), (statement) -> {
			statement.setMaxRows(most);
			query.setValues(statement);
		}, (result) -> new Sample(ResultColumns.of(result.getMetaData()), rows(result)), deadline);
	}

	private List<Row> rows(ResultSet result) throws SQLException {
		List<Row> found = this.rows.extractData(result);
		return (found != null) ? found : List.of();
	}

	/** Returns the first column of the first row, as a whole number. */
	Optional<Long> number(QueryKind kind, Deadline deadline) {
		BoundQuery query = template(kind).orElseThrow().with(new BindValues());
		ResultSetExtractor<Optional<Long>> first = (result) -> result.next() ? Optional.of(result.getLong(1))
				: Optional.empty();
		return this.database.query(kind.key(), query.sql(), query, first, deadline);
	}

	/**
	 * The result of a query, with its columns.
	 *
	 * @param columns the columns
	 * @param rows the rows
	 */
	record Sample(ResultColumns columns, List<Row> rows) {

		Optional<Row> first() {
			return this.rows.stream().findFirst();
		}

	}

}
