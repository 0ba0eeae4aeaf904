package io.frontlineservice.work;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stops the recurring jobs of an instance, so that they do not disturb a test. The test
 * may run them itself.
 */
public final class RecurringWork {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Timestamp NEVER = Timestamp.from(Instant.parse("2100-01-01T00:00:00Z"));

	private RecurringWork() {
	}

	/** When the method returns, no recurring job is running, and none starts. */
	public static void hold(JdbcClient store) {
		Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
			// A thread that is about to start a job finds another version and skips it.
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
