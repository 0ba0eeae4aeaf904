package io.frontlineservice.work;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Work that was given up, until it is tried again or dropped. Written by
 * {@link RunCompletion}; read by {@link DeadLettersEndpoint} and {@link WorkObserver}.
 * Thread-safe; takes part in the caller's transaction.
 */
@Component
final class DeadLetters {

	private static final int LONGEST_REASON = 500;

	/** How many are listed at the most. */
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

	/** Whether there was such a letter. */
	boolean remove(String job, String subject) {
		return this.store.sql("delete from dead_letter where job = :job and subject = :subject")
			.param("job", job)
			.param("subject", subject)
			.update() == 1;
	}

	/** The oldest of those that died before then; there may be more. */
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
	 * Work that was given up.
	 *
	 * @param job the job's name
	 * @param subject what it was to be done for
	 * @param reason why it was given up
	 * @param tries how often it was tried
	 * @param diedAt when it was given up
	 */
	record DeadLetter(String job, String subject, String reason, int tries, Instant diedAt) {
	}

}
