package io.frontlineservice.work;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What is wanted of the queue. Written by {@link WorkQueue}, and by {@link JobRun} when
 * it is done. Thread-safe; takes part in the caller's transaction.
 */
@Component
final class WorkRequests {

	private static final String OF_SUBJECT = " where job = :job and subject = :subject";

	private final JdbcClient store;

	WorkRequests(JdbcClient store) {
		this.store = store;
	}

	/** Adds a request, or counts one up; others for the subject wait until the commit. */
	void add(String job, String subject, Instant now) {
		of(job, subject, """
				insert into work_request (job, subject, generation, revision, requested_at, not_before, unforeseen)
				values (:job, :subject, :generation, 1, :now, 0, 0)
				on conflict (job, subject) do update set revision = work_request.revision + 1""")
			.param("generation", ThreadLocalRandom.current().nextLong())
			.param("now", now.toEpochMilli())
			.update();
	}

	Optional<WorkRequest> find(String job, String subject) {
		return of(job, subject,
				"select generation, revision, requested_at, not_before, unforeseen from work_request" + OF_SUBJECT)
			.query((row, number) -> new WorkRequest(row.getLong(1), row.getLong(2),
					Instant.ofEpochMilli(row.getLong(3)), Instant.ofEpochMilli(row.getLong(4)), row.getInt(5)))
			.optional();
	}

	/**
	 * Takes a request off.
	 * @return whether it was still there, and nothing has been requested since
	 */
	boolean remove(String job, String subject, WorkRequest met) {
		return of(job, subject,
				"delete from work_request" + OF_SUBJECT + " and generation = :generation and revision = :revision")
			.param("generation", met.generation())
			.param("revision", met.revision())
			.update() == 1;
	}

	/** Has others who ask for it wait until the transaction ends. */
	void lock(String job, String subject) {
		of(job, subject, "update work_request set unforeseen = unforeseen" + OF_SUBJECT).update();
	}

	/** Notes that it waits for people: until there are some, it does not grow old. */
	void waits(String job, String subject, Instant now) {
		of(job, subject, "update work_request set unforeseen = 0, not_before = :now, requested_at = :now" + OF_SUBJECT)
			.param("now", now.toEpochMilli())
			.update();
	}

	/** Notes a failure that was foreseen. */
	void putOff(String job, String subject, Instant notBefore) {
		of(job, subject, "update work_request set unforeseen = 0, not_before = :notBefore" + OF_SUBJECT)
			.param("notBefore", notBefore.toEpochMilli())
			.update();
	}

	/** Notes a failure that nobody foresaw. */
	void failed(String job, String subject) {
		of(job, subject, "update work_request set unforeseen = unforeseen + 1" + OF_SUBJECT).update();
	}

	private StatementSpec of(String job, String subject, String sql) {
		return this.store.sql(sql).param("job", job).param("subject", subject);
	}

}
