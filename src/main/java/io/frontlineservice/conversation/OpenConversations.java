package io.frontlineservice.conversation;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which conversations are to be looked at, according to {@link ConversationStore}. Asked
 * by {@link ReconciliationJob}, and by the gauge of those that wait. Thread-safe.
 */
@Component
class OpenConversations {

	private final JdbcClient store;

	OpenConversations(JdbcClient store) {
		this.store = store;
	}

	/** Whether it has been settled at least once, and is not taken to be over. */
	boolean isSettled(String sid) {
		return this.store
			.sql("select count(*) from conversation where sid = :sid and settled_at is not null and closed = false")
			.param("sid", sid)
			.query(Integer.class)
			.single() == 1;
	}

	/** Open conversations that never had a worker, and for which none is wanted yet. */
	List<String> unattended(Instant settledBefore, int limit) {
		return this.store
			.sql("select sid from conversation where settled_at < :before and routing_asked_at is null "
					+ "and staffed = false and closed = false order by settled_at limit " + limit)
			.param("before", settledBefore.toEpochMilli())
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Open conversations that nobody has looked at since then. */
	List<String> openAndSettledBefore(Instant time, int limit) {
		return this.store
			.sql("select sid from conversation where settled_at < :time and closed = false order by settled_at limit "
					+ limit)
			.param("time", time.toEpochMilli())
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Conversations that wait for a worker now, those that wait longest first. */
	List<String> waiting(int limit) {
		return this.store
			.sql("select sid from conversation where routing_asked_at is not null and closed = false "
					+ "and exists (select 1 from work_request where subject = sid and job = :job) "
					+ "order by routing_asked_at limit " + limit)
			.param("job", Settlement.JOB)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/**
	 * How many conversations wait for somebody since before then. Where there is nothing
	 * to do any more, the work was given up and is listed as such, or nobody is needed.
	 */
	long waitingSince(Instant time) {
		return this.store
			.sql("select count(*) from conversation where routing_asked_at < :time and closed = false "
					+ "and exists (select 1 from work_request where subject = sid and job = :job)")
			.param("job", Settlement.JOB)
			.param("time", time.toEpochMilli())
			.query(Long.class)
			.single();
	}

}
