package io.frontlineservice.work;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Retries the jobs that wait after a failure before their backoff ends, because the
 * service they waited for is back. Jobs that asked for a minimum pause keep waiting.
 * Requested by {@link WorkQueue#retryWaiting}; the few threads of the queue limit the
 * load on the service that is back. Thread-safe.
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
