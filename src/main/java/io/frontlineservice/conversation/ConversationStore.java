package io.frontlineservice.conversation;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this service remembers of each conversation. Written for every event and at the
 * end of every settlement. Thread-safe; takes part in the caller's transaction.
 */
@Component
class ConversationStore {

	private final JdbcClient store;

	private final Clock clock = Clock.systemUTC();

	ConversationStore(JdbcClient store) {
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

	/** What is remembered of a conversation, from now on if it was not. */
	Remembered recall(String sid) {
		return this.store
			.sql("select closed, routing_asked_at, routing_supposed, settled_at from conversation where sid = :sid")
			.param("sid", sid)
			.query((row, number) -> new Remembered(row.getBoolean(1),
					(row.getObject(2) != null)
							? new RoutingWish(Instant.ofEpochMilli(row.getLong(2)), row.getBoolean(3)) : null,
					row.getObject(4) != null))
			.optional()
			.orElseGet(() -> {
				seen(sid);
				return new Remembered(false, null, false);
			});
	}

	/** Notes that the conversation is said to be over. */
	void ended(String sid) {
		this.store.sql("update conversation set closed = true where sid = :sid").param("sid", sid).update();
	}

	/** The worker who was in the conversation when it was last settled. */
	Optional<WorkerIdentity> workerOf(String sid) {
		return this.store.sql("select worker from conversation where sid = :sid and worker is not null")
			.param("sid", sid)
			.query((row, number) -> WorkerIdentity.of(row.getString("worker")))
			.optional();
	}

	/**
	 * Notes that all has been done that was to be done, as far as the run knew that did
	 * it. Nothing is noted if the conversation has ended since.
	 * @param before what was remembered when the run began: what has been asked for since
	 * is not done
	 * @param staffed whether a worker is in it
	 * @param worker the worker who is in it; null if nobody is
	 * @return whether it was noted
	 */
	boolean settled(String sid, Remembered before, boolean staffed, @Nullable WorkerIdentity worker) {
		return this.store.sql("""
				update conversation set settled_at = :now, staffed = (staffed or :staffed), closed = false,
				worker = :worker,
				routing_asked_at = case when :staffed and routing_asked_at = :met and routing_supposed = :supposed
				then null else routing_asked_at end where sid = :sid and closed = :closed""")
			.param("sid", sid)
			.param("now", now())
			.param("staffed", staffed)
			.param("worker", (worker != null) ? worker.written() : null)
			.param("met", before.askedAt())
			.param("supposed", before.supposed())
			.param("closed", before.closed())
			.update() == 1;
	}

	/** Notes that the conversation is about to be looked at again, if it is open. */
	void rechecked(String sid) {
		this.store.sql("update conversation set settled_at = :now where sid = :sid and closed = false")
			.param("sid", sid)
			.param("now", now())
			.update();
	}

	/**
	 * Notes that the conversation is over, and that what was asked for it before is void.
	 */
	void closed(String sid, Remembered before) {
		this.store.sql("""
				update conversation set settled_at = :now, closed = true,
				routing_asked_at = case when routing_asked_at = :met and routing_supposed = :supposed then null
				else routing_asked_at end where sid = :sid""")
			.param("sid", sid)
			.param("now", now())
			.param("met", before.askedAt())
			.param("supposed", before.supposed())
			.update();
	}

	/**
	 * Forgets those that are over, and those that never came to be: whether or not a
	 * worker was wanted for them, unless they are still to be settled.
	 */
	void removeOverBefore(Instant time) {
		this.store.sql("""
				delete from conversation where seen_at < :time and ((closed = true and settled_at < :time)
				or (settled_at is null and coalesce(routing_asked_at, seen_at) < :time and not exists
				(select 1 from work_request where job = :job and subject = sid)))""")
			.param("time", time.toEpochMilli())
			.param("job", Settlement.JOB)
			.update();
	}

	private long now() {
		return this.clock.millis();
	}

	/**
	 * What is remembered when a run begins.
	 *
	 * @param closed whether the conversation is said to be over
	 * @param wish that somebody is wanted; null if nobody is
	 * @param settled whether it has been settled before, so that Twilio knew it
	 */
	record Remembered(boolean closed, @Nullable RoutingWish wish, boolean settled) {

		private boolean supposed() {
			return this.wish != null && this.wish.supposed();
		}

		private long askedAt() {
			return (this.wish != null) ? this.wish.askedAt().toEpochMilli() : -1;
		}

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
