package io.frontlineservice.conversation.routing;

import java.util.List;

/**
 * Who is to take a conversation, and how that came. Made by {@link Router}; kept by
 * {@link RoutingDecisions} and shown to whoever asks why.
 */
sealed interface RoutingDecision {

	/** What each rule said, in the order in which they were asked. */
	List<String> explanation();

	/**
	 * A worker is to take it.
	 *
	 * @param worker the worker's identity, to the letter
	 * @param rule the rule that chose them
	 */
	record Assigned(String worker, RuleName rule, List<String> explanation) implements RoutingDecision {

		public Assigned {
			explanation = List.copyOf(explanation);
		}

	}

	/** No rule found anybody who can take it now. */
	record NobodyFound(List<String> explanation) implements RoutingDecision {

		public NobodyFound {
			explanation = List.copyOf(explanation);
		}

	}

}
