package io.frontlineservice.work;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is wanted of the queue. Written by {@link WorkQueue}, and by {@link JobRun} when
 * it is done. Thread-safe; takes part in the caller's transaction.
 */
@Component
final class WorkRequests {

	private final JdbcClient store;

	WorkRequests(JdbcClient store) {
		this.store = store;
	}

	void add(String job, String subject, Instant now) {
		this.store.sql("""
				insert into work_request (job, subject, revision, requested_at) values (:job, :subject, 1, :now)
				on conflict (job, subject) do update set revision = work_request.revision + 1""")
			.param("job", job)
			.param("subject", subject)
			.param("now", now.toEpochMilli())
			.update();
	}

	Optional<WorkRequest> find(String job, String subject) {
		return this.store.sql("select revision, requested_at from work_request where job = :job and subject = :subject")
			.param("job", job)
			.param("subject", subject)
			.query((row, number) -> new WorkRequest(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
			.optional();
	}

	/**
	 * Takes a request off.
	 * @param revision the one that was met
	 * @return whether nothing has been requested since
	 */
	boolean remove(String job, String subject, long revision) {
		return this.store
			.sql("delete from work_request where job = :job and subject = :subject and revision = :revision")
			.param("job", job)
			.param("subject", subject)
			.param("revision", revision)
			.update() == 1;
	}

	/**
	 * A request as a run finds it.
	 *
	 * @param revision how often it was made
	 * @param requestedAt when it was first made
	 */
	record WorkRequest(long revision, Instant requestedAt) {
	}

}
