package io.frontlineservice.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The requests in the store. Written by {@link WorkQueue}, and by {@link RunCompletion}
 * after a run. Thread-safe; takes part in the caller's transaction.
 */
@Component
final class WorkRequests {

	private static final String OF_SUBJECT = " where job = :job and subject = :subject";

	private static final String COLUMNS = "generation, revision, requested_at, not_before, unforeseen";

	private final JdbcClient store;

	WorkRequests(@WorkStore JdbcClient store) {
		this.store = store;
	}

	/**
	 * Adds a request, or increments the revision of the one that exists. Locks it until
	 * the transaction ends.
	 */
	void add(String job, String subject, Instant now) {
		of(job, subject, "insert into work_request (job, subject, " + COLUMNS + """
				) values (:job, :subject, :generation, 1, :now, 0, 0)
				on conflict (job, subject) do update set revision = work_request.revision + 1""")
			.param("generation", ThreadLocalRandom.current().nextLong())
			.param("now", now.toEpochMilli())
			.update();
	}

	Optional<WorkRequest> find(String job, String subject) {
		return of(job, subject, "select " + COLUMNS + " from work_request" + OF_SUBJECT).query(WorkRequests::request)
			.optional();
	}

	/** Finds the request and locks it until the transaction ends. */
	Optional<WorkRequest> lock(String job, String subject) {
		// SQLite has no "select for update".
		return of(job, subject, "update work_request set revision = revision" + OF_SUBJECT + " returning " + COLUMNS)
			.query(WorkRequests::request)
			.optional();
	}

	/** Stores when a request was made, when it may run, and how often it failed. */
	void update(String job, String subject, WorkRequest request) {
		of(job, subject,
				"update work_request set requested_at = :requestedAt, not_before = :notBefore, "
						+ "unforeseen = :unexpectedFailures" + OF_SUBJECT)
			.param("requestedAt", request.requestedAt().toEpochMilli())
			.param("notBefore", request.notBefore().toEpochMilli())
			.param("unexpectedFailures", request.unexpectedFailures())
			.update();
	}

	void remove(String job, String subject) {
		of(job, subject, "delete from work_request" + OF_SUBJECT).update();
	}

	private StatementSpec of(String job, String subject, String sql) {
		return this.store.sql(sql).param("job", job).param("subject", subject);
	}

	private static WorkRequest request(ResultSet row, int number) throws SQLException {
		return new WorkRequest(row.getLong("generation"), row.getLong("revision"),
				Instant.ofEpochMilli(row.getLong("requested_at")), Instant.ofEpochMilli(row.getLong("not_before")),
				row.getInt("unforeseen"));
	}

}
