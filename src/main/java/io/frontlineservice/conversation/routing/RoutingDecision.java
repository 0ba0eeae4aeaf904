package io.frontlineservice.conversation.routing;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to take a conversation, and how that came. Made by {@link Router} and
 * {@link Assignment}; kept by {@link RoutingDecisions} and shown to whoever asks why.
 */
sealed interface RoutingDecision {

	/** The worker's identity; null if nobody was found. */
	@Nullable WorkerIdentity worker();

	/** What decided it, as it is configured; null if nobody was found. */
	@Nullable String decidedBy();

	/** What each rule said, in the order in which they were asked. */
	List<String> explanation();

	/**
	 * A worker is to take it.
	 *
	 * @param worker the worker's identity
	 * @param rule the rule that chose them
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
	 * No rule was asked, for a worker is in it.
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

	/** No rule found anybody who can take it now. */
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
