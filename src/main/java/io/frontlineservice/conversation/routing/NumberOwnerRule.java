package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.routing.RuleResult.Pass;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.Worker;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@link RuleName#NUMBER_OWNER}, according to the worker directory. Thread-safe. */
@Component
class NumberOwnerRule implements RoutingRule {

	private final SenderOwners numbers;

	private final WorkerAvailability availability;

	NumberOwnerRule(SenderOwners numbers, WorkerAvailability availability) {
		this.numbers = numbers;
		this.availability = availability;
	}

	@Override
	public RuleName name() {
		return RuleName.NUMBER_OWNER;
	}

	@Override
	public RuleResult evaluate(RoutingContext context) {
		List<Worker> owners = context.ourNumbers()
			.stream()
			.flatMap((number) -> this.numbers.ownersOf(number).stream())
			.distinct()
			.toList();
		return switch (owners.size()) {
			case 0 -> new Pass("the number does not belong to a worker");
			case 1 -> this.availability.chooseIfActive(owners.get(0).identity(), "the number belongs to this worker",
					context);
			default -> new Pass("the number belongs to " + owners.size() + " workers");
		};
	}

}
