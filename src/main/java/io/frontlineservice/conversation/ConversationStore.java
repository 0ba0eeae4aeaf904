package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of conversations: what this service remembers of each, and which of them are
 * due for a settlement. Written for every event and at the end of every settlement; read
 * by {@link ReconciliationJob} as well. Thread-safe; takes part in the caller's
 * transaction.
 */
@Component
class ConversationStore {

	private static final String HAS_WORK = "exists (select 1 from work_request where job = '" + Settlement.JOB
			+ "' and subject = sid)";

	private final JdbcClient store;

	private final Clock clock;

	ConversationStore(@WorkStore JdbcClient store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** Adds the conversation unless it is there. */
	void add(ConversationSid sid) {
		this.store.sql("""
				insert into conversation (sid, seen_at, routing_supposed, staffed, closed)
				values (:sid, :now, false, false, false)
				on conflict (sid) do nothing""").param("sid", sid.value()).param("now", this.clock.millis()).update();
	}

	Optional<ConversationSnapshot> find(ConversationSid sid) {
		return this.store.sql(
				"select closed, settled_at, routing_asked_at, routing_supposed, worker from conversation where sid = :sid")
			.param("sid", sid.value())
			.query(ConversationSnapshot::of)
			.optional();
	}

	/** Stores a request for a worker. The time of the first request stays. */
	void requestRouting(ConversationSid sid, boolean inferred) {
		this.store.sql("""
				update conversation set
				routing_supposed = (:inferred and (routing_asked_at is null or routing_supposed)),
				routing_asked_at = coalesce(routing_asked_at, :now) where sid = :sid""")
			.param("sid", sid.value())
			.param("inferred", inferred)
			.param("now", this.clock.millis())
			.update();
	}

	/** Marks the conversation as closed; the next settlement confirms it. */
	void markClosed(ConversationSid sid) {
		this.store.sql("update conversation set closed = true where sid = :sid").param("sid", sid.value()).update();
	}

	/**
	 * Marks the conversation as settled and open, and removes the routing request if a
	 * worker is there. Changes nothing if the conversation was closed or reopened after
	 * the snapshot.
	 * @param before the snapshot from before the settlement; a later request stays
	 * @param worker the worker who came last; null if there is no worker
	 * @return whether the row was changed
	 */
	boolean markSettled(ConversationSid sid, ConversationSnapshot before, @Nullable WorkerIdentity worker) {
		return this.store.sql("""
				update conversation set settled_at = :now, staffed = (staffed or :staffed), closed = false,
				worker = :worker,
				routing_asked_at = case when :staffed and routing_asked_at = :askedAt and routing_supposed = :inferred
				then null else routing_asked_at end where sid = :sid and closed = :closed""")
			.param("sid", sid.value())
			.param("now", this.clock.millis())
			.param("staffed", worker != null)
			.param("worker", (worker != null) ? worker.written() : null)
			.param("askedAt", before.routingAskedAt())
			.param("inferred", before.isRoutingInferred())
			.param("closed", before.closed())
			.update() == 1;
	}

	/** Starts the time until the next recheck again, if the conversation is open. */
	void markRechecked(ConversationSid sid) {
		this.store.sql("update conversation set settled_at = :now where sid = :sid and closed = false")
			.param("sid", sid.value())
			.param("now", this.clock.millis())
			.update();
	}

	/** Marks the conversation as settled and closed, and removes the routing request. */
	void markSettledAsClosed(ConversationSid sid, ConversationSnapshot before) {
		this.store.sql("""
				update conversation set settled_at = :now, closed = true,
				routing_asked_at = case when routing_asked_at = :askedAt and routing_supposed = :inferred then null
				else routing_asked_at end where sid = :sid""")
			.param("sid", sid.value())
			.param("now", this.clock.millis())
			.param("askedAt", before.routingAskedAt())
			.param("inferred", before.isRoutingInferred())
			.update();
	}

	/**
	 * Removes conversations that ended before that time, and older ones that were never
	 * settled and have no work left.
	 */
	void removeBefore(Instant time) {
		this.store.sql("delete from conversation where seen_at < :time and ((closed = true and settled_at < :time) "
				+ "or (settled_at is null and coalesce(routing_asked_at, seen_at) < :time and not " + HAS_WORK + "))")
			.param("time", time.toEpochMilli())
			.update();
	}

	/** Open conversations that never had a worker and have no request for one. */
	List<ConversationSid> unattended(Instant settledBefore, int limit) {
		return sids("settled_at < :time and routing_asked_at is null and staffed = false and closed = false "
				+ "order by settled_at", settledBefore, limit);
	}

	/** Open conversations that were settled or rechecked last before that time. */
	List<ConversationSid> openAndSettledBefore(Instant time, int limit) {
		return sids("settled_at < :time and closed = false order by settled_at", time, limit);
	}

	/** Conversations that wait for a worker, the longest wait first. */
	List<ConversationSid> waiting(int limit) {
		return this.store
			.sql("select sid from conversation where routing_asked_at is not null and closed = false and " + HAS_WORK
					+ " order by routing_asked_at limit " + limit)
			.query((row, number) -> new ConversationSid(row.getString("sid")))
			.list();
	}

	/**
	 * Counts the conversations that have waited for a worker since before that time.
	 * Without work left, a conversation either needs no worker or is a dead letter.
	 */
	long countWaitingSince(Instant time) {
		return this.store
			.sql("select count(*) from conversation where routing_asked_at < :time and closed = false and " + HAS_WORK)
			.param("time", time.toEpochMilli())
			.query(Long.class)
			.single();
	}

	private List<ConversationSid> sids(String condition, Instant time, int limit) {
		return this.store.sql("select sid from conversation where " + condition + " limit " + limit)
			.param("time", time.toEpochMilli())
			.query((row, number) -> new ConversationSid(row.getString("sid")))
			.list();
	}

}
