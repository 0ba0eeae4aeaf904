package io.frontlineservice.work;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds requests without a scheduled run and requests them again. Such requests should
 * not exist; this is a safeguard, so that an error elsewhere does not lose a request.
 * Runs every minute, on one instance at a time.
 */
final class OrphanedRequests implements RecurringJob {

	private static final int AT_ONCE = 1000;

	private final JdbcClient store;

	private final WorkQueue queue;

	OrphanedRequests(JdbcClient store, WorkQueue queue) {
		this.store = store;
		this.queue = queue;
	}

	@Override
	public String name() {
		return "find-orphaned-requests";
	}

	@Override
	public Duration interval() {
		return Duration.ofMinutes(1);
	}

	@Override
	public void run() {
		this.store.sql("""
				select job, subject from work_request where not exists (select 1 from scheduled_tasks
				where task_name = work_request.job and task_instance = work_request.subject) limit\s""" + AT_ONCE)
			.query((row, number) -> new Orphan(row.getString(1), row.getString(2)))
			.list()
			.forEach((orphan) -> this.queue.request(orphan.job(), orphan.subject()));
	}

	private record Orphan(String job, String subject) {
	}

}
