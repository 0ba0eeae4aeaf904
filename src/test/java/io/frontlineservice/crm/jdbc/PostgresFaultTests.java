package io.frontlineservice.crm.jdbc;

import io.frontlineservice.TestPostgres;
import java.sql.SQLException;
import java.sql.Statement;

/** The faults of PostgreSQL. */
class PostgresFaultTests extends DatabaseFaultContract {

	private static final String OURS = " from pg_stat_activity where datname = current_database() "
			+ "and application_name = 'frontline-integration-service'";

	@Override
	protected String newDatabase() {
		return TestPostgres.newDatabase();
	}

	@Override
	protected String sleep() {
		return "pg_sleep(60)";
	}

	@Override
	protected String rows() {
		return "select n, 'Name ' || lpad(n::text, 4, '0') from generate_series(1, 100) n";
	}

	@Override
	protected void lock(Statement statement) throws SQLException {
		statement.getConnection().setAutoCommit(false);
		statement.execute("lock table people in access exclusive mode");
	}

	@Override
	protected String runningStatements() {
		return "select count(*)" + OURS + " and state = 'active'";
	}

	@Override
	protected String idleConnections() {
		return "select count(*)" + OURS + " and state = 'idle' and state_change < now() - interval '600 ms'";
	}

	@Override
	protected void endConnections(Statement statement) throws SQLException {
		statement.execute("select pg_terminate_backend(pid)" + OURS);
	}

}
