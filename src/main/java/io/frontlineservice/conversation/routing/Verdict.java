package io.frontlineservice.conversation.routing;

/** What a {@link RoutingRule} says. The reasons name neither people nor numbers. */
sealed interface Verdict {

	String reason();

	/**
	 * That worker is to take the conversation.
	 *
	 * @param worker the worker's identity, to the letter
	 */
	record Choice(String worker, String reason) implements Verdict {
	}

	/** The next rule is to be asked. */
	record Pass(String reason) implements Verdict {
	}

}
