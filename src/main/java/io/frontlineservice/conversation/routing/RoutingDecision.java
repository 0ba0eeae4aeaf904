package io.frontlineservice.conversation.routing;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The worker chosen for a conversation, and why. Created by {@link Router} and
 * {@link CurrentDecisions}; stored by {@link RoutingDecisions} and shown by
 * {@link RoutingEndpoint}.
 */
sealed interface RoutingDecision {

	/** The worker's identity; null if no rule found a worker. */
	@Nullable WorkerIdentity worker();

	/** The configured name of the rule that decided; null if no rule found a worker. */
	@Nullable String decidedBy();

	/** The result of each rule, in the order of the rules. */
	List<String> explanation();

	/**
	 * A rule chose a worker.
	 *
	 * @param worker the worker's identity
	 * @param rule the rule that chose the worker
	 */
	record Assigned(WorkerIdentity worker, RuleName rule, List<String> explanation) implements RoutingDecision {

		public Assigned {
			explanation = List.copyOf(explanation);
		}

		@Override
		public String decidedBy() {
			return this.rule.configured();
		}

	}

	/**
	 * No rule was evaluated, because a worker is in the conversation.
	 *
	 * @param worker the worker's identity
	 */
	record AlreadyThere(WorkerIdentity worker) implements RoutingDecision {

		static final String NAME = "already-there";

		@Override
		public String decidedBy() {
			return NAME;
		}

		@Override
		public List<String> explanation() {
			return List.of(NAME + ": a worker is in the conversation");
		}

	}

	/** No rule found a worker who can take the conversation now. */
	record NoWorkerFound(List<String> explanation) implements RoutingDecision {

		public NoWorkerFound {
			explanation = List.copyOf(explanation);
		}

		@Override
		public @Nullable WorkerIdentity worker() {
			return null;
		}

		@Override
		public @Nullable String decidedBy() {
			return null;
		}

	}

}
