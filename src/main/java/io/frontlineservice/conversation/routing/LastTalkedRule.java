package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.people.LastWorkers;
import io.frontlineservice.conversation.people.LastWorkers.LastWorker;
import io.frontlineservice.conversation.routing.RuleResult.Pass;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@link RuleName#LAST_TALKED}. The last worker of a person is stored for
 * {@code frontline.retention}. Thread-safe.
 */
@Component
class LastTalkedRule implements RoutingRule {

	private final LastWorkers lastWorkers;

	private final WorkerAvailability availability;

	LastTalkedRule(LastWorkers lastWorkers, WorkerAvailability availability) {
		this.lastWorkers = lastWorkers;
		this.availability = availability;
	}

	@Override
	public RuleName name() {
		return RuleName.LAST_TALKED;
	}

	@Override
	public RuleResult evaluate(RoutingContext context) {
		Optional<LastWorker> last = context.people()
			.stream()
			.flatMap((person) -> this.lastWorkers.find(person.keys(), context.conversationSid()).stream())
			.max(Comparator.comparing(LastWorker::at));
		return last
			.map((lastWorker) -> this.availability.chooseIfActive(lastWorker.worker(),
					"the worker of the last conversation, " + lastWorker.at(), context))
			.orElseGet(() -> new Pass("no earlier conversation is known"));
	}

}
