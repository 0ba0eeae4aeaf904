package io.frontlineservice.work;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connects to a database server. While the server refuses connections, as during a
 * restart, it tries again every tenth of a second. Called by the pool of
 * {@link StoreOpener}, which alone would wait up to five seconds between two tries.
 * Thread-safe.
 */
final class ReconnectingDataSource extends AbstractDataSource {

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** After that, the pool decides whether it still needs the connection. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	/** After that, the server is not just restarting. */
	private static final Duration LONGEST_RESTART = Duration.ofSeconds(5);

	private final String url;

	private final Properties properties;

	/** Two refusals with a longer time between them are not of the same outage. */
	private static final Duration LONGEST_GAP = Duration.ofSeconds(8);

	/** The refusals of the last outage; null if there was none. */
	private volatile @Nullable Refusals refusals;

	/**
	 * Creates a data source.
	 * @param properties the properties for the driver, with the user and the password
	 */
	ReconnectingDataSource(String url, Properties properties) {
		this.url = url;
		this.properties = properties;
	}

	/** Connects without a second try. */
	Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.properties);
	}

	@Override
	public Connection getConnection() throws SQLException {
		long start = System.nanoTime();
		while (true) {
			try {
				return connect();
			}
			catch (SQLException ex) {
				if (!LostConnection.isCauseOf(ex)) {
					throw ex;
				}
				noteRefusal();
				if (System.nanoTime() - start > LONGEST_WAIT.toNanos() || !pause()) {
					throw ex;
				}
			}
		}
	}

	private void noteRefusal() {
		long now = System.nanoTime();
		Refusals before = this.refusals;
		this.refusals = (before != null && now - before.last < LONGEST_GAP.toNanos()) ? new Refusals(before.first, now)
				: new Refusals(now, now);
	}

	private static boolean pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Whether the server began to refuse connections a short time ago. It may accept them
	 * again by now, but the pool gets them one by one.
	 */
	boolean isServerRestarting() {
		Refusals present = this.refusals;
		return present != null && System.nanoTime() - present.first < LONGEST_RESTART.toNanos();
	}

	@Override
	public Connection getConnection(String username, String password) {
		throw new UnsupportedOperationException("The user is one of the properties");
	}

	/** How long the pool waits for the last connection when it is closed. */
	@Override
	public int getLoginTimeout() {
		return 2;
	}

	/** The driver has a timeout of its own. */
	@Override
	public void setLoginTimeout(int timeout) {
	}

	/** The times of the first and the last refusal of an outage. */
	private record Refusals(long first, long last) {
	}

}
