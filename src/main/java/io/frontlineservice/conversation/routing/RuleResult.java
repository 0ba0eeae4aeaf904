package io.frontlineservice.conversation.routing;

import io.frontlineservice.worker.WorkerIdentity;

/** What a {@link RoutingRule} says. The reasons name neither people nor numbers. */
sealed interface RuleResult {

	String reason();

	/**
	 * That worker is to take the conversation.
	 *
	 * @param worker the worker's identity
	 */
	record Choice(WorkerIdentity worker, String reason) implements RuleResult {
	}

	/** The next rule is to be asked. */
	record Pass(String reason) implements RuleResult {
	}

}
