package io.frontlineservice.load;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.work.TestStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Measures the commits a second of this disk: smallest updates in a store that is set up
 * like that of the service, by as many threads as post events. Used by
 * {@link InboundRun}.
 */
final class Disk {

	private static final Duration WARM_UP = Duration.ofSeconds(2);

	private static final Duration TIME = Duration.ofSeconds(5);

	private final Path file;

	Disk(Path folder) {
		this.file = folder.resolve("disk.db");
	}

	double commitsASecond(String when) throws SQLException, InterruptedException, ExecutionException {
		try (HikariDataSource store = TestStore.open("jdbc:sqlite:" + this.file)) {
			try (Connection connection = store.getConnection(); Statement statement = connection.createStatement()) {
				statement.execute("create table if not exists probe (written_at bigint not null)");
				statement.execute("insert into probe (written_at) values (0)");
			}
			commits(store, WARM_UP);
			double rate = commits(store, TIME) / (double) TIME.toSeconds();
			System.out.printf("This disk, %s: %.0f commits/s%n", when, rate);
			return rate;
		}
	}

	private static long commits(DataSource store, Duration time) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(Events.CONNECTIONS);
		long end = System.nanoTime() + time.toNanos();
		List<Callable<Long>> loops = new ArrayList<>();
		for (int i = 0; i < Events.CONNECTIONS; i++) {
			loops.add(() -> commitUntil(end, store));
		}
		long commits = 0;
		for (Future<Long> loop : threads.invokeAll(loops)) {
			commits += loop.get();
		}
		threads.shutdown();
		return commits;
	}

	private static long commitUntil(long end, DataSource store) throws SQLException {
		long commits = 0;
		for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
			try (Connection connection = store.getConnection();
					PreparedStatement update = connection.prepareStatement("update probe set written_at = ?")) {
				update.setLong(1, now);
				update.executeUpdate();
			}
			commits++;
		}
		return commits;
	}

}
