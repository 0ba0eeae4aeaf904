package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.routing.RoutingDecision.Assigned;
import io.frontlineservice.conversation.routing.RoutingDecision.NoWorkerFound;
import io.frontlineservice.conversation.routing.RuleResult.Choice;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Chooses the worker for a conversation by the first rule that knows one. Called by
 * {@link CurrentDecisions}. Thread-safe.
 */
@Component
@EnableConfigurationProperties(RoutingSettings.class)
final class Router {

	private final List<RoutingRule> rules;

	/** Sorts the rules into the configured order. */
	Router(List<RoutingRule> rules, RoutingSettings settings) {
		this.rules = settings.rules()
			.stream()
			.map((name) -> rules.stream().filter((rule) -> rule.name() == name).findFirst().orElseThrow())
			.toList();
	}

	RoutingDecision decide(RoutingContext context) {
		List<String> explanation = new ArrayList<>();
		explanation.add(matches(context));
		for (RoutingRule rule : this.rules) {
			RuleResult result = rule.evaluate(context);
			String line = rule.name().configured() + ": " + result.reason();
			if (result instanceof Choice choice) {
				if (!context.failedWorkers().contains(choice.worker())) {
					explanation.add(line);
					return new Assigned(choice.worker(), rule.name(), explanation);
				}
				line += ", but the worker could not be added";
			}
			explanation.add(line);
		}
		return new NoWorkerFound(explanation);
	}

	/** Lists the ids of all matches for operators. */
	private static String matches(RoutingContext context) {
		List<String> ids = context.people()
			.stream()
			.flatMap((person) -> person.matches().stream())
			.map((customer) -> customer.id().value())
			.toList();
		if (context.crmDidNotAnswer()) {
			return "customers: the CRM did not answer";
		}
		return ids.isEmpty() ? "customers: not found in the CRM" : "customers: " + String.join(", ", ids);
	}

}
