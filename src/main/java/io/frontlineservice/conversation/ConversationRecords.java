package io.frontlineservice.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this service remembers of each conversation. Written for every event and at the
 * end of every settlement. Thread-safe; takes part in the caller's transaction.
 */
@Component
class ConversationRecords {

	private final JdbcClient store;

	private final Clock clock = Clock.systemUTC();

	ConversationRecords(JdbcClient store) {
		this.store = store;
	}

	/** Notes that there is such a conversation. */
	void seen(String sid) {
		this.store.sql("""
				insert into conversation (sid, seen_at, staffed, closed) values (:sid, :now, false, false)
				on conflict (sid) do nothing""").param("sid", sid).param("now", now()).update();
	}

	/** Notes that somebody is wanted for the conversation. */
	void routingAsked(String sid) {
		this.store.sql("update conversation set routing_asked_at = coalesce(routing_asked_at, :now) where sid = :sid")
			.param("sid", sid)
			.param("now", now())
			.update();
	}

	/** When somebody was first wanted; null if nobody is. */
	@Nullable Instant routingAskedAt(String sid) {
		return this.store.sql("select routing_asked_at from conversation where sid = :sid")
			.param("sid", sid)
			.query((row, number) -> Optional.ofNullable(row.getObject(1)).map((at) -> row(at)))
			.optional()
			.flatMap((at) -> at)
			.orElse(null);
	}

	/**
	 * Notes that all has been done that was to be done.
	 * @param staffed whether it needs no worker, or has one
	 */
	void settled(String sid, boolean staffed) {
		this.store.sql("""
				update conversation set settled_at = :now, staffed = :staffed, closed = false,
				routing_asked_at = case when :staffed then null else routing_asked_at end where sid = :sid""")
			.param("sid", sid)
			.param("now", now())
			.param("staffed", staffed)
			.update();
	}

	void closed(String sid) {
		this.store
			.sql("update conversation set settled_at = :now, closed = true, routing_asked_at = null where sid = :sid")
			.param("sid", sid)
			.param("now", now())
			.update();
	}

	/** Whether the conversation has been settled at least once, or is over. */
	boolean isSettled(String sid) {
		return this.store.sql("select count(*) from conversation where sid = :sid and settled_at is not null")
			.param("sid", sid)
			.query(Integer.class)
			.single() == 1;
	}

	/** Open conversations without a worker, for whom nobody has been wanted yet. */
	List<String> unattended(Instant settledBefore) {
		return this.store
			.sql("select sid from conversation where settled_at < :before and routing_asked_at is null "
					+ "and staffed = false and closed = false")
			.param("before", settledBefore.toEpochMilli())
			.query(String.class)
			.list();
	}

	/** Open conversations that nobody has looked at since then. */
	List<String> openAndSettledBefore(Instant time, int limit) {
		return this.store
			.sql("select sid from conversation where settled_at < :time and closed = false order by settled_at limit "
					+ limit)
			.param("time", time.toEpochMilli())
			.query(String.class)
			.list();
	}

	/** How many conversations wait for somebody since before then. */
	long waitingSince(Instant time) {
		return this.store.sql("select count(*) from conversation where routing_asked_at < :time and closed = false")
			.param("time", time.toEpochMilli())
			.query(Long.class)
			.single();
	}

	void removeClosedBefore(Instant time) {
		this.store.sql("delete from conversation where closed = true and settled_at < :time")
			.param("time", time.toEpochMilli())
			.update();
	}

	private static Instant row(Object at) {
		return Instant.ofEpochMilli(((Number) at).longValue());
	}

	private long now() {
		return this.clock.millis();
	}

}
