package io.frontlineservice.conversation;

import io.frontlineservice.conversation.RoutingDecision.Assigned;
import io.frontlineservice.conversation.RoutingDecision.NobodyFound;
import io.frontlineservice.conversation.Verdict.Choice;
import io.frontlineservice.worker.Worker;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides who takes a conversation: the first rule that knows somebody says so. Asked by
 * {@link Assignment}. Thread-safe.
 */
final class Router {

	private final List<RoutingRule> rules;

	/** A router that asks these rules, in that order. */
	Router(List<RoutingRule> rules) {
		this.rules = List.copyOf(rules);
	}

	RoutingDecision decide(Inquiry inquiry) {
		List<String> explanation = new ArrayList<>();
		explanation.add(matches(inquiry));
		for (RoutingRule rule : this.rules) {
			Verdict verdict = rule.ask(inquiry);
			String saying = rule.name().configured() + ": " + verdict.reason();
			if (verdict instanceof Choice choice) {
				if (!inquiry.unable().contains(Worker.key(choice.worker()))) {
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
			.map((customer) -> customer.id())
			.toList();
		if (inquiry.crmIsSilent()) {
			return "customers: the CRM could not be asked";
		}
		return ids.isEmpty() ? "customers: nobody the CRM knows" : "customers: " + String.join(", ", ids);
	}

}
