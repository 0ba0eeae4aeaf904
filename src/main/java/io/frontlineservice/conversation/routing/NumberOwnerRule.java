package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.routing.Verdict.Pass;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.Worker;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@link RuleName#NUMBER_OWNER}, according to the worker directory. Thread-safe. */
@Component
class NumberOwnerRule implements RoutingRule {

	private final SenderOwners numbers;

	private final Reachability reachability;

	NumberOwnerRule(SenderOwners numbers, Reachability reachability) {
		this.numbers = numbers;
		this.reachability = reachability;
	}

	@Override
	public RuleName name() {
		return RuleName.NUMBER_OWNER;
	}

	@Override
	public Verdict ask(Inquiry inquiry) {
		List<Worker> owners = inquiry.ours()
			.stream()
			.flatMap((number) -> this.numbers.ownersOf(number).stream())
			.distinct()
			.toList();
		return switch (owners.size()) {
			case 0 -> new Pass("the number written to is nobody's own");
			case 1 -> this.reachability.checked(owners.get(0).identity(), "the number written to is this worker's own",
					inquiry);
			default -> new Pass("the number written to is the own of " + owners.size() + " workers");
		};
	}

}
