package io.frontlineservice.work;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that were given up, until an operator retries or drops them. Written by
 * {@link RunCompletion}; read by {@link DeadLettersEndpoint} and {@link WorkObserver}.
 * Thread-safe; takes part in the caller's transaction.
 */
@Component
final class DeadLetters {

	private static final int LONGEST_REASON = 500;

	/** The maximum number of listed dead letters. */
	private static final int LISTED = 1000;

	private final JdbcClient store;

	DeadLetters(@WorkStore JdbcClient store) {
		this.store = store;
	}

	void add(String job, String subject, String reason, int tries, Instant now) {
		remove(job, subject);
		this.store
			.sql("insert into dead_letter (job, subject, reason, tries, died_at) "
					+ "values (:job, :subject, :reason, :tries, :now)")
			.param("job", job)
			.param("subject", subject)
			.param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
			.param("tries", tries)
			.param("now", now.toEpochMilli())
			.update();
	}

	/** Returns whether there was such a dead letter. */
	boolean remove(String job, String subject) {
		return this.store.sql("delete from dead_letter where job = :job and subject = :subject")
			.param("job", job)
			.param("subject", subject)
			.update() == 1;
	}

	/** The oldest dead letters from up to that time, at most 1,000. */
	List<DeadLetter> diedBefore(Instant time) {
		return this.store
			.sql("select job, subject, reason, tries, died_at from dead_letter where died_at <= :time "
					+ "order by died_at limit " + LISTED)
			.param("time", time.toEpochMilli())
			.query((row, number) -> new DeadLetter(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
					Instant.ofEpochMilli(row.getLong(5))))
			.list();
	}

	long count() {
		return this.store.sql("select count(*) from dead_letter").query(Long.class).single();
	}

	/**
	 * A job that was given up.
	 *
	 * @param job the job's name
	 * @param subject what the job was requested for
	 * @param reason why it was given up
	 * @param tries the number of consecutive runs that failed
	 * @param diedAt when it was given up
	 */
	record DeadLetter(String job, String subject, String reason, int tries, Instant diedAt) {
	}

}
