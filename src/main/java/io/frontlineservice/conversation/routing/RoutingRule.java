package io.frontlineservice.conversation.routing;

import io.frontlineservice.work.RetryLaterException;

/**
 * One way to find the worker for a conversation. Asked by {@link Router}. Thread-safe.
 */
interface RoutingRule {

	RuleName name();

	/**
	 * Who is to take the conversation, or why the rule does not know.
	 * @throws RetryLaterException if it could say so in a moment
	 */
	RuleResult evaluate(RoutingContext context);

}
