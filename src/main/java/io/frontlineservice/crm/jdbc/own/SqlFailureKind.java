package io.frontlineservice.crm.jdbc.own;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a failure of a query from one of the connection or the server, which another
 * attempt may not have. Called by {@link QueryCheck} and {@link PlanCheck}. Thread-safe.
 */
final class SqlFailureKind {

	/**
	 * Classes of SQLSTATE: connection, conflict, resources, operator's intervention,
	 * system.
	 */
	private static final Set<String> OF_SERVER = Set.of("08", "40", "53", "55", "57", "58", "XX");

	private static final Set<String> TIMEOUTS = Set.of("57014", "70100", "HY008");

	/** MariaDB's and MySQL's own codes. */
	private static final Set<Integer> TIMEOUT_CODES = Set.of(1969, 3024, 1317);

	private SqlFailureKind() {
	}

	/** Returns the failure of the query; null if another one is the cause. */
	static @Nullable SQLException ofQuery(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex) {
				return (isTimeout(ex) || !isOfServer(ex)) ? ex : null;
			}
		}
		return null;
	}

	/** Whether the query took too long. */
	static boolean isTimeout(SQLException failure) {
		return TIMEOUTS.contains(String.valueOf(failure.getSQLState()))
				|| TIMEOUT_CODES.contains(failure.getErrorCode());
	}

	private static boolean isOfServer(SQLException failure) {
		String state = failure.getSQLState();
		return failure instanceof SQLTransientConnectionException || state == null || state.length() < 2
				|| OF_SERVER.contains(state.substring(0, 2));
	}

}
