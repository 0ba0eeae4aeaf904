package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.routing.Verdict.Choice;
import io.frontlineservice.conversation.routing.Verdict.Pass;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@link RuleName#POOL}: of the teams' members whose working hours it is and who are
 * available in Frontline, the one whose last turn is longest ago. Thread-safe; fair over
 * all instances.
 */
@Component
class PoolRule implements RoutingRule {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Pool pool;

	private final Reachability reachability;

	private final RoundRobin turns;

	private final Clock clock;

	PoolRule(Pool pool, Reachability reachability, RoundRobin turns, Clock clock) {
		this.pool = pool;
		this.reachability = reachability;
		this.turns = turns;
		this.clock = clock;
	}

	@Override
	public RuleName name() {
		return RuleName.POOL;
	}

	@Override
	public Verdict ask(Inquiry inquiry) {
		if (this.pool.isEmpty()) {
			return new Pass("no team takes turns");
		}
		List<WorkerIdentity> working = this.pool.working()
			.stream()
			.filter((worker) -> !inquiry.unable().contains(worker.identity()))
			.map(Worker::identity)
			.toList();
		List<WorkerIdentity> available = available(working, inquiry);
		String count = available.size() + " available of " + working.size() + " within their working hours";
		@Nullable WorkerIdentity next = this.turns.next(available);
		return (next != null) ? new Choice(next, "the turn of this worker: " + count) : new Pass("nobody: " + count);
	}

	/**
	 * Whom Frontline says nothing of is waited for only if nobody else is available. If
	 * that takes long, the others are not asked any more: a thread is needed elsewhere.
	 */
	private List<WorkerIdentity> available(List<WorkerIdentity> working, Inquiry inquiry) {
		List<WorkerIdentity> available = new ArrayList<>();
		@Nullable TwilioUnavailableException silence = null;
		Instant end = this.clock.instant().plus(PATIENCE);
		for (WorkerIdentity worker : working) {
			if (silence != null && this.clock.instant().isAfter(end)) {
				break;
			}
			try {
				if (this.reachability.isAvailable(worker, inquiry)) {
					available.add(worker);
				}
			}
			catch (TwilioUnavailableException ex) {
				silence = ex;
			}
		}
		if (available.isEmpty() && silence != null) {
			throw silence;
		}
		return available;
	}

}
