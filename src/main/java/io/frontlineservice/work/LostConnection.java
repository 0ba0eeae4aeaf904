package io.frontlineservice.work;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Recognizes failures of a database server that restarts: the connection is lost, or
 * there is no new one. Used by {@link StoreCalls} and {@link ReconnectingDataSource}.
 */
final class LostConnection {

	/** PostgreSQL was shut down, has crashed, or is starting. */
	private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

	private LostConnection() {
	}

	/**
	 * Whether the server ended the connection or refused a new one. A server that does
	 * not answer at all is not meant: the next call would have to wait as long.
	 */
	static boolean isCauseOf(Throwable failure) {
		return causes(failure).anyMatch((cause) -> cause instanceof SQLException ex && isLost(ex))
				&& causes(failure).noneMatch(SocketTimeoutException.class::isInstance);
	}

	/** Whether the pool had no connection in time. */
	static boolean isTimeoutOfPool(Throwable failure) {
		return causes(failure).anyMatch(SQLTransientConnectionException.class::isInstance);
	}

	private static boolean isLost(SQLException failure) {
		String state = failure.getSQLState();
		return (state != null) ? state.startsWith("08") || STATES.contains(state) : isClosed(failure);
	}

	/**
	 * After a lost connection, the pool throws this for each further statement. The queue
	 * ignores the failure of the first one.
	 */
	private static boolean isClosed(SQLException failure) {
		return "Connection is closed".equals(failure.getMessage());
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, LostConnection::cause);
	}

	/** The failure of a rollback hides the failure before it. */
	private static @Nullable Throwable cause(Throwable failure) {
		Throwable hidden = (failure instanceof TransactionSystemException ex) ? ex.getApplicationException() : null;
		return (hidden != null) ? hidden : failure.getCause();
	}

}
