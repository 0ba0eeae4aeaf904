package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.routing.RuleResult.Choice;
import io.frontlineservice.conversation.routing.RuleResult.Pass;
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
 * {@link RuleName#POOL}: round-robin over the members who are within their working hours
 * and available in Frontline. Thread-safe; fair across all instances.
 */
@Component
class PoolRule implements RoutingRule {

	private static final Duration LOOKUP_BUDGET = Duration.ofSeconds(10);

	private final Pool pool;

	private final WorkerAvailability availability;

	private final RoundRobin roundRobin;

	private final Clock clock;

	PoolRule(Pool pool, WorkerAvailability availability, RoundRobin roundRobin, Clock clock) {
		this.pool = pool;
		this.availability = availability;
		this.roundRobin = roundRobin;
		this.clock = clock;
	}

	@Override
	public RuleName name() {
		return RuleName.POOL;
	}

	@Override
	public RuleResult evaluate(RoutingContext context) {
		if (this.pool.isEmpty()) {
			return new Pass("frontline.routing.pool is empty");
		}
		List<WorkerIdentity> working = this.pool.working()
			.stream()
			.filter((worker) -> !context.failedWorkers().contains(worker.identity()))
			.map(Worker::identity)
			.toList();
		List<WorkerIdentity> available = available(working, context);
		String count = "available members within working hours: " + available.size() + " of " + working.size();
		@Nullable WorkerIdentity next = this.roundRobin.next(available);
		return (next != null) ? new Choice(next, "next in turn; " + count) : new Pass("no worker; " + count);
	}

	/**
	 * A member with an unknown status is waited for only when no other member is
	 * available. When Twilio is that slow, the other members are skipped, because other
	 * work needs the thread.
	 */
	private List<WorkerIdentity> available(List<WorkerIdentity> working, RoutingContext context) {
		List<WorkerIdentity> available = new ArrayList<>();
		@Nullable TwilioUnavailableException failure = null;
		Instant deadline = this.clock.instant().plus(LOOKUP_BUDGET);
		for (WorkerIdentity worker : working) {
			if (failure != null && this.clock.instant().isAfter(deadline)) {
				break;
			}
			try {
				if (this.availability.isAvailable(worker, context)) {
					available.add(worker);
				}
			}
			catch (TwilioUnavailableException ex) {
				failure = ex;
			}
		}
		if (available.isEmpty() && failure != null) {
			throw failure;
		}
		return available;
	}

}
