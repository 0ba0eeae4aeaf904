package io.frontlineservice.conversation.routing;

import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The order in which the workers of a pool take turns. Used by {@link PoolRule}.
 * Thread-safe; concurrent calls, also of several instances, return different workers
 * while there are enough.
 */
@Component
class RoundRobin {

	/** After so many conflicts with other instances, a turn may be given twice. */
	private static final int MAX_TRIES = 20;

	private final JdbcClient store;

	private final Clock clock;

	RoundRobin(@WorkStore JdbcClient store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Returns the worker with the oldest turn and records a new turn.
	 * @param workers the workers who can take a conversation
	 * @return null if there are no workers
	 */
	@Nullable WorkerIdentity next(Collection<WorkerIdentity> workers) {
		Map<String, WorkerIdentity> byWritten = new HashMap<>();
		workers.forEach((worker) -> byWritten.put(worker.written(), worker));
		return byWritten.isEmpty() ? null : byWritten.get(takeTurn(byWritten.keySet()));
	}

	private String takeTurn(Collection<String> workers) {
		workers.forEach((worker) -> this.store
			.sql("insert into worker_turn (worker, taken_at) values (:worker, 0) on conflict do nothing")
			.param("worker", worker)
			.update());
		String next = workers.iterator().next();
		for (int i = 0; i < MAX_TRIES; i++) {
			Map<String, Long> lastTurns = lastTurns(workers);
			next = longestAgo(lastTurns);
			if (update(next, lastTurns.getOrDefault(next, 0L))) {
				return next;
			}
		}
		return next;
	}

	private Map<String, Long> lastTurns(Collection<String> workers) {
		Map<String, Long> lastTurns = new HashMap<>();
		this.store.sql("select worker, taken_at from worker_turn where worker in (:workers)")
			.param("workers", List.copyOf(workers))
			.query((row) -> {
				lastTurns.put(row.getString("worker"), row.getLong("taken_at"));
			});
		return lastTurns;
	}

	private static String longestAgo(Map<String, Long> lastTurns) {
		return new TreeSet<>(lastTurns.keySet()).stream()
			.reduce((one, other) -> (lastTurns.getOrDefault(other, 0L) < lastTurns.getOrDefault(one, 0L)) ? other : one)
			.orElseThrow();
	}

	/** Returns false if another instance has recorded a turn meanwhile. */
	private boolean update(String written, long lastTurn) {
		return this.store.sql("update worker_turn set taken_at = :now where worker = :worker and taken_at = :taken")
			// Later than any other turn, even within one millisecond.
			.param("now", Math.max(this.clock.millis(), latest() + 1))
			.param("worker", written)
			.param("taken", lastTurn)
			.update() == 1;
	}

	private long latest() {
		return this.store.sql("select coalesce(max(taken_at), 0) from worker_turn").query(Long.class).single();
	}

}
