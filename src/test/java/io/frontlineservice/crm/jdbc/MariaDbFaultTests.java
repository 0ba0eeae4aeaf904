package io.frontlineservice.crm.jdbc;

import io.frontlineservice.TestMariaDb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The faults of MariaDB. */
class MariaDbFaultTests extends DatabaseFaultContract {

	private static final String OURS = " from information_schema.processlist where db = database() "
			+ "and id <> connection_id()";

	@Override
	protected String newDatabase() {
		return TestMariaDb.newDatabase();
	}

	@Override
	protected String sleep() {
		return "sleep(60)";
	}

	@Override
	protected String rows() {
		return "select seq, concat('Name ', lpad(seq, 4, '0')) from seq_1_to_100";
	}

	@Override
	protected void lock(Statement statement) throws SQLException {
		statement.execute("lock tables people write");
	}

	@Override
	protected String runningStatements() {
		return "select count(*)" + OURS + " and command = 'Query'";
	}

	@Override
	protected String idleConnections() {
		return "select count(*)" + OURS + " and command = 'Sleep' and time_ms > 600";
	}

	@Override
	protected void endConnections(Statement statement) throws SQLException {
		List<Long> ids = new ArrayList<>();
		try (ResultSet result = statement.executeQuery("select id" + OURS)) {
			while (result.next()) {
				ids.add(result.getLong(1));
			}
		}
		for (long id : ids) {
			statement.execute("kill " + id);
		}
	}

}
