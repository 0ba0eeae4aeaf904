package io.frontlineservice.work;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs that an instance does by itself every now and then, kept from being done while
 * a test counts what else happens. Such a test runs them itself, if it wants them.
 */
public final class RecurringWork {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Timestamp NEVER = Timestamp.from(Instant.parse("2100-01-01T00:00:00Z"));

	private RecurringWork() {
	}

	/** When the method returns, none is under way, and none begins by itself. */
	public static void hold(JdbcClient store) {
		Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
			// Who is about to begin one by the old version finds that it has changed.
			store
				.sql("update scheduled_tasks set execution_time = :never, version = version + 1 "
						+ "where task_instance = 'recurring' and picked = false")
				.param("never", NEVER)
				.update();
			return store
				.sql("select count(*) from scheduled_tasks where task_instance = 'recurring' "
						+ "and execution_time < :never")
				.param("never", NEVER)
				.query(Integer.class)
				.single() == 0;
		});
	}

}
