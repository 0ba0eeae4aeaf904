package io.frontlineservice.conversation.routing;

import io.frontlineservice.worker.WorkerIdentity;

/** The result of a {@link RoutingRule}. Reasons contain neither names nor numbers. */
sealed interface RuleResult {

	String reason();

	/**
	 * The rule chooses this worker.
	 *
	 * @param worker the worker's identity
	 */
	record Choice(WorkerIdentity worker, String reason) implements RuleResult {
	}

	/** The rule does not choose a worker; the next one is evaluated. */
	record Pass(String reason) implements RuleResult {
	}

}
