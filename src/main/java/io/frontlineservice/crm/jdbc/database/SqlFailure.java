package io.frontlineservice.crm.jdbc.database;

import io.frontlineservice.customer.CrmUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of a database apart. Never quotes a driver, whose messages may contain
 * the URL, values and names. Called by {@link CrmDatabase} and where tables are created.
 */
public final class SqlFailure {

	private static final String CONNECTION = "08";

	/** The server stops, has crashed, or starts. */
	private static final Set<String> SERVER_RESTARTS = Set.of("57P01", "57P02", "57P03");

	/** Invalid authorization, invalid catalog name, access rule violation. */
	private static final Set<String> REFUSALS = Set.of("28", "3D", "42");

	private static final long PAUSE_MILLIS = 50;

	private SqlFailure() {
	}

	/** Whether the connection was lost or could not be made, so that another may work. */
	public static boolean isOfConnection(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex) {
				String state = ex.getSQLState();
				if (ex instanceof SQLTransientConnectionException
						|| (state != null && (state.startsWith(CONNECTION) || SERVER_RESTARTS.contains(state)))) {
					return true;
				}
			}
		}
		return false;
	}

	/** Whether no connection was free, although none has failed. */
	static boolean isOfPool(Throwable failure) {
		Throwable last = failure;
		while (last.getCause() != null) {
			last = last.getCause();
		}
		return last instanceof SQLTransientConnectionException ex && ex.getSQLState() == null;
	}

	/**
	 * Returns the SQLSTATE with which a server refuses a user or has no such database;
	 * null for any other failure to connect.
	 */
	public static @Nullable String refusal(SQLException failure) {
		String state = state(failure);
		return (state != null && REFUSALS.stream().anyMatch(state::startsWith)) ? state : null;
	}

	/** Says what failed, with the SQLSTATE as the only detail. */
	public static CrmUnavailableException unavailable(Throwable failure) {
		if (isOfPool(failure)) {
			return new CrmUnavailableException("No connection to the database of the customers was free in time",
					failure);
		}
		return new CrmUnavailableException(isOfConnection(failure) ? "The database of the customers cannot be reached"
				: "The database of the customers did not answer a query: SQLSTATE " + state(failure), failure);
	}

	/** Returns the SQLSTATE of the first cause that has one; null if there is none. */
	public static @Nullable String state(Throwable failure) {
		String state = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			state = (cause instanceof SQLException ex) ? ex.getSQLState() : state;
		}
		return state;
	}

	static void pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The query was interrupted", ex);
		}
	}

}
