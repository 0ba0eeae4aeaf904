package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.routing.RoutingDecision.Assigned;
import io.frontlineservice.conversation.routing.RoutingDecision.NobodyFound;
import io.frontlineservice.conversation.routing.Verdict.Choice;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Decides who takes a conversation: the first rule that knows somebody says so. Asked by
 * {@link Assignment}. Thread-safe.
 */
@Component
final class Router {

	private final List<RoutingRule> rules;

	/** A router that asks the rules in the configured order. */
	Router(List<RoutingRule> rules, RoutingSettings settings) {
		this.rules = settings.rules()
			.stream()
			.map((name) -> rules.stream().filter((rule) -> rule.name() == name).findFirst().orElseThrow())
			.toList();
	}

	RoutingDecision decide(Inquiry inquiry) {
		List<String> explanation = new ArrayList<>();
		explanation.add(matches(inquiry));
		for (RoutingRule rule : this.rules) {
			Verdict verdict = rule.ask(inquiry);
			String saying = rule.name().configured() + ": " + verdict.reason();
			if (verdict instanceof Choice choice) {
				if (!inquiry.unable().contains(choice.worker())) {
					explanation.add(saying);
					return new Assigned(choice.worker(), rule.name(), explanation);
				}
				saying += "; but that worker could not be added";
			}
			explanation.add(saying);
		}
		return new NobodyFound(explanation);
	}

	/** Operators see all matches, by their ids. */
	private static String matches(Inquiry inquiry) {
		List<String> ids = inquiry.people()
			.stream()
			.flatMap((person) -> person.matches().stream())
			.map((customer) -> customer.id().value())
			.toList();
		if (inquiry.crmIsSilent()) {
			return "customers: the CRM could not be asked";
		}
		return ids.isEmpty() ? "customers: nobody the CRM knows" : "customers: " + String.join(", ", ids);
	}

}
