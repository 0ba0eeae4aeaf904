package io.frontlineservice.crm.jdbc.database;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * A database that is only read. Each query ends by its deadline: it waits for a
 * connection for a limited time, its statement is canceled at the deadline, and a lost
 * connection is replaced while there is time. Used by the readers of tables. Thread-safe.
 */
public final class CrmDatabase implements AutoCloseable {

	/** With less time than this, a failed query is not repeated. */
	private static final Duration MIN_TO_REPEAT = Duration.ofSeconds(1);

	/** Loading a driver and the first connection can take longer than later ones. */
	private static final Duration LONGEST_FIRST_CONNECTION = Duration.ofSeconds(5);

	private final DatabaseSettings settings;

	private final HikariDataSource pool;

	private final NamedParameterJdbcTemplate jdbc;

	private final QueryStatistics statistics;

	private final LostConnections lostConnections;

	private final StatementCancellation cancellation = new StatementCancellation();

	private CrmDatabase(DatabaseSettings settings, HikariDataSource pool, QueryStatistics statistics) {
		this.settings = settings;
		this.pool = pool;
		this.statistics = statistics;
		this.lostConnections = new LostConnections(pool);
		JdbcTemplate template = new JdbcTemplate(pool);
		template.setQueryTimeout((int) Math.max(1, settings.statementTimeout().toSeconds()));
		this.jdbc = new NamedParameterJdbcTemplate(template);
	}

	/** Opens a pool for that database, without connecting to it and without metrics. */
	public static CrmDatabase of(DatabaseSettings settings) {
		return of(settings, new SimpleMeterRegistry());
	}

	/** Opens a pool for that database, without connecting to it. */
	public static CrmDatabase of(DatabaseSettings settings, MeterRegistry meters) {
		return new CrmDatabase(settings, ReadOnlyPool.of(settings), new QueryStatistics(meters, System::nanoTime));
	}

	/** Returns what kind of server it is. */
	public DatabaseProduct product() {
		return this.settings.product();
	}

	/** Returns the connections, for their metrics. */
	public HikariDataSource pool() {
		return this.pool;
	}

	/**
	 * Runs a query and reads its result.
	 * @param name the name of the query, for operators: never text of a user
	 * @param sql the statement, with named parameters
	 * @param values the values of the parameters
	 * @param reader reads the whole result; called again if the query is repeated
	 * @throws CrmUnavailableException if there is no result by the deadline
	 */
	public <T> T query(String name, String sql, SqlParameterSource values, ResultSetExtractor<T> reader,
			Deadline deadline) {
		return measured(name, deadline,
				() -> this.jdbc.execute(sql, values, (statement) -> read(statement, reader, deadline)));
	}

	/**
	 * Runs a query with question marks as parameters, and reads its result.
	 * @param name the name of the query, for operators: never text of a user
	 * @param sql the statement, as the driver reads it
	 * @param values sets the parameters; called again if the query is repeated
	 * @param reader reads the whole result; called again if the query is repeated
	 * @throws CrmUnavailableException if there is no result by the deadline
	 */
	public <T> T query(String name, String sql, PreparedStatementSetter values, ResultSetExtractor<T> reader,
			Deadline deadline) {
		return measured(name, deadline,
				() -> this.jdbc.getJdbcOperations().execute(sql, (PreparedStatement statement) -> {
					values.setValues(statement);
					return read(statement, reader, deadline);
				}));
	}

	private <T> T measured(String name, Deadline deadline, Supplier<T> query) {
		QueryStatistics.Run run = this.statistics.start(name);
		try {
			T result = repeatedly(query, deadline);
			run.succeeded();
			return result;
		}
		finally {
			run.ended();
		}
	}

	private <T> T repeatedly(Supplier<T> query, Deadline deadline) {
		while (true) {
			try {
				return query.get();
			}
			catch (DataAccessException ex) {
				if (!SqlFailure.isOfConnection(ex) || deadline.remaining().compareTo(MIN_TO_REPEAT) < 0) {
					throw SqlFailure.unavailable(ex);
				}
				this.lostConnections.evictIdle(ex);
				SqlFailure.pause();
			}
		}
	}

	private <T> T read(PreparedStatement statement, ResultSetExtractor<T> reader, Deadline deadline)
			throws SQLException {
		if (deadline.hasPassed()) {
			// A statement that has not started cannot be canceled.
			throw new CrmUnavailableException("The connection to the database of the customers was late", null);
		}
		Future<?> cancellation = this.cancellation.at(deadline, statement);
		try (ResultSet result = statement.executeQuery()) {
			return reader.extractData(result);
		}
		finally {
			cancellation.cancel(false);
		}
	}

	/**
	 * Connects, and returns the SQLSTATE with which the server refuses this user or
	 * database; null if it accepts the connection. For operators, not for callbacks:
	 * waits longer than these for a connection that is being made.
	 * @throws CrmUnavailableException if the database cannot be reached now
	 */
	public @Nullable String refusal() {
		Deadline deadline = Deadline.in(LONGEST_FIRST_CONNECTION);
		while (true) {
			try {
				this.pool.getConnection().close();
				return null;
			}
			catch (SQLException ex) {
				String state = SqlFailure.refusal(ex);
				if (state != null) {
					return state;
				}
				if (!SqlFailure.isOfPool(ex) || deadline.hasPassed()) {
					throw SqlFailure.unavailable(ex);
				}
			}
		}
	}

	/**
	 * Uses a connection, for what is not a query of callbacks.
	 * @throws CrmUnavailableException if that fails
	 */
	public <T> T withConnection(ConnectionCallback<T> use) {
		try {
			return this.jdbc.getJdbcOperations().execute(use);
		}
		catch (DataAccessException ex) {
			throw SqlFailure.unavailable(ex);
		}
	}

	@Override
	public void close() {
		this.pool.close();
		this.cancellation.close();
	}

}
