package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.FreezableProxy;
import io.frontlineservice.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The queue over PostgreSQL, which several instances share. */
class SharedWorkQueueTests extends WorkQueueContract {

	private static final Duration AHEAD = Duration.ofHours(1);

	@Override
	String url() {
		return TestPostgres.newDatabase();
	}

	@Override
	List<TestQueue> instances(String url) {
		return List.of(instance(url, job()), instance(url, job()));
	}

	/** The clock of the database differs from that of this machine. */
	@Test
	void dueJobsAndHeartbeatsUseClockOfDatabase() throws Exception {
		String url = TestPostgres.newDatabase();
		setAhead(url);
		CountDownLatch end = new CountDownLatch(1);
		job().onRun((subject) -> await().until(() -> end.getCount() == 0));
		TestQueue instance = instance(url, job());
		instance.queue().request("recorded", "one");
		await().until(() -> job().subjects().size() == 1);
		Instant now = Instant.now();
		List<Timestamp> times = instance.store()
			.sql("select last_heartbeat from scheduled_tasks where task_name = 'recorded' "
					+ "union all select execution_time from scheduled_tasks where task_name = 'recorded'")
			.query(Timestamp.class)
			.list();
		end.countDown();
		assertThat(times).hasSize(2)
			.allSatisfy(
					(time) -> assertThat(time.toInstant()).isCloseTo(now.plus(AHEAD), within(1, ChronoUnit.MINUTES)));
		awaitDone(instance);
	}

	/** Otherwise another instance would run it again after 20 to 30 seconds. */
	@Test
	void endOfRunIsStoredAfterRestartOfDatabase() throws Exception {
		URI database = URI.create(TestPostgres.newDatabase().substring("jdbc:".length()));
		try (FreezableProxy proxy = new FreezableProxy(database.getPort())) {
			TestQueue instance = instance(
					"jdbc:postgresql://localhost:" + proxy.port() + database.getPath() + "?" + database.getQuery(),
					job());
			job().onRun((subject) -> goDown(proxy));
			instance.queue().request("recorded", "one");
			await().until(() -> proxy.refused() > 0);
			proxy.goUp();
			// The pool may still have connections that were reset.
			await().atMost(Duration.ofSeconds(30))
				.ignoreExceptionsInstanceOf(DataAccessException.class)
				.until(() -> instance.waiting() == 0);
			assertThat(job().runs()).isEqualTo(1);
		}
	}

	private static void goDown(FreezableProxy proxy) {
		try {
			proxy.goDown();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A function in the schema hides the one of PostgreSQL with the same name. */
	private static void setAhead(String url) throws SQLException {
		try (HikariDataSource store = TestStore.open(url); Connection connection = store.getConnection()) {
			Statement statement = connection.createStatement();
			statement.execute("create schema ahead");
			statement.execute("create function ahead.clock_timestamp() returns timestamptz language sql as "
					+ "'select pg_catalog.clock_timestamp() + interval ''" + AHEAD.toMinutes() + " minutes'''");
			statement
				.execute("alter database " + connection.getCatalog() + " set search_path = public, ahead, pg_catalog");
		}
	}

}
