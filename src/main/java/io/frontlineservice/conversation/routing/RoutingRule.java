package io.frontlineservice.conversation.routing;

import io.frontlineservice.work.RetryLaterException;

/**
 * A rule that may choose the worker for a conversation. Called by {@link Router}.
 * Thread-safe.
 */
interface RoutingRule {

	RuleName name();

	/**
	 * Returns the worker for the conversation, or why the rule chooses none.
	 * @throws RetryLaterException if the rule can decide only later
	 */
	RuleResult evaluate(RoutingContext context);

}
