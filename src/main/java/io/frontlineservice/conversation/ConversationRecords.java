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
				insert into conversation (sid, seen_at, routing_supposed, staffed, closed)
				values (:sid, :now, false, false, false)
				on conflict (sid) do nothing""").param("sid", sid).param("now", now()).update();
	}

	/**
	 * Notes that somebody is wanted for the conversation.
	 * @param supposed whether nobody has said so, but it looks like it
	 */
	void routingAsked(String sid, boolean supposed) {
		this.store
			.sql("""
					update conversation set routing_supposed = (:supposed and (routing_asked_at is null or routing_supposed)),
					routing_asked_at = coalesce(routing_asked_at, :now) where sid = :sid""")
			.param("sid", sid)
			.param("supposed", supposed)
			.param("now", now())
			.update();
	}

	/** Since when and how somebody is wanted; empty if nobody is. */
	Optional<RoutingWish> routingWish(String sid) {
		return this.store
			.sql("select routing_asked_at, routing_supposed from conversation "
					+ "where sid = :sid and routing_asked_at is not null")
			.param("sid", sid)
			.query((row, number) -> new RoutingWish(Instant.ofEpochMilli(row.getLong(1)), row.getBoolean(2)))
			.optional();
	}

	/** The worker who was in the conversation when it was last settled. */
	Optional<String> workerOf(String sid) {
		return this.store.sql("select worker from conversation where sid = :sid and worker is not null")
			.param("sid", sid)
			.query(String.class)
			.optional();
	}

	/**
	 * Notes that all has been done that was to be done.
	 * @param staffed whether it needs no worker, or has one
	 * @param worker the worker who is in it; null if nobody is
	 */
	void settled(String sid, boolean staffed, @Nullable String worker) {
		this.store.sql("""
				update conversation set settled_at = :now, staffed = (staffed or :staffed), closed = false,
				worker = :worker,
				routing_asked_at = case when :staffed then null else routing_asked_at end where sid = :sid""")
			.param("sid", sid)
			.param("now", now())
			.param("staffed", staffed)
			.param("worker", worker)
			.update();
	}

	/** Notes that the conversation is about to be looked at again. */
	void rechecked(String sid) {
		this.store.sql("update conversation set settled_at = :now where sid = :sid")
			.param("sid", sid)
			.param("now", now())
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

	/** How many conversations wait for somebody since before then. */
	long waitingSince(Instant time) {
		return this.store.sql("select count(*) from conversation where routing_asked_at < :time and closed = false")
			.param("time", time.toEpochMilli())
			.query(Long.class)
			.single();
	}

	/** Forgets those that are over, or never came to be. */
	void removeOverBefore(Instant time) {
		this.store
			.sql("delete from conversation where seen_at < :time "
					+ "and (settled_at is null or (closed = true and settled_at < :time))")
			.param("time", time.toEpochMilli())
			.update();
	}

	private long now() {
		return this.clock.millis();
	}

	/**
	 * That somebody is wanted for a conversation.
	 *
	 * @param askedAt since when
	 * @param supposed whether nobody has said so, but it looks like it
	 */
	record RoutingWish(Instant askedAt, boolean supposed) {
	}

}
