package io.frontlineservice.work;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Retries the work that waits after a failure without sitting out its backoff, because
 * what it waited for is back. Work that was told how long to wait goes on waiting. Asked
 * for by {@link WorkQueue#retryWaiting}; run by the queue's threads, of which there are
 * few, so that what is back is not overrun. Thread-safe.
 */
final class WaitingWork implements Job {

	static final String NAME = "retry-waiting-work";

	/** The subject of all requests. */
	static final String ALL = "all";

	private final JdbcClient store;

	private final WorkQueue queue;

	WaitingWork(JdbcClient store, WorkQueue queue) {
		this.store = store;
		this.queue = queue;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void run(String subject) {
		this.store.sql("""
				select job, subject from work_request where exists (select 1 from scheduled_tasks
				where task_name = work_request.job and task_instance = work_request.subject and picked = false
				and consecutive_failures > 0) order by requested_at""")
			.query((row, number) -> new Waiting(row.getString("job"), row.getString("subject")))
			.list()
			.forEach((waiting) -> this.queue.retry(waiting.job(), waiting.subject()));
	}

	private record Waiting(String job, String subject) {
	}

}
