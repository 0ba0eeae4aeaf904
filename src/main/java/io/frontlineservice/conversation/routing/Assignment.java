package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.Addition;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Members;
import io.frontlineservice.conversation.people.WorkerRecognition;
import io.frontlineservice.conversation.routing.RoutingDecisions.Decision;
import io.frontlineservice.work.RetryLaterException;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds a worker to a conversation that needs one. Called for each settlement with a
 * pending routing request. Thread-safe.
 * <p>
 * The decision is stored before the worker is added. So a process that continues after
 * another one was killed or stopped adds the same worker, and the conversation has one
 * worker. If another program has added a worker meanwhile, this class adds none.
 */
@Component
public class Assignment {

	/** The limit of workers with too many conversations that one run tries. */
	private static final int MAX_ATTEMPTS_PER_RUN = 10;

	private final CurrentDecisions decisions;

	private final ConversationsGateway gateway;

	private final WorkerRecognition recognition;

	private final MeterRegistry meters;

	private final Clock clock;

	Assignment(CurrentDecisions decisions, ConversationsGateway gateway, WorkerRecognition recognition,
			MeterRegistry meters, Clock clock) {
		this.decisions = decisions;
		this.gateway = gateway;
		this.recognition = recognition;
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * Adds a worker, unless there is one.
	 * @param askedAt since when a worker is needed
	 * @return the worker who is in the conversation now
	 * @throws RetryLaterException if no worker can take the conversation now
	 */
	public WorkerIdentity assign(ConversationSid conversationSid, Instant askedAt, Members members,
			List<IdentifiedPerson> people) {
		@Nullable WorkerIdentity present = members.lastWorker();
		if (present != null) {
			this.decisions.recordPresentWorker(conversationSid, askedAt, present);
			return present;
		}
		for (int i = 0; i < MAX_ATTEMPTS_PER_RUN; i++) {
			Decision decision = this.decisions.currentOrNew(conversationSid, askedAt, members, people);
			@Nullable WorkerIdentity chosen = decision.worker();
			if (chosen == null) {
				throw waiting(askedAt, "No worker can take the conversation now");
			}
			@Nullable WorkerIdentity worker = add(chosen, decision, askedAt, members.projectedAddress());
			if (worker != null) {
				return worker;
			}
		}
		throw waiting(askedAt, "All workers that were tried are in too many conversations");
	}

	/**
	 * Returns the worker who is in the conversation now; null if the chosen one is in too
	 * many conversations.
	 */
	private @Nullable WorkerIdentity add(WorkerIdentity chosen, Decision decision, Instant askedAt,
			@Nullable String projectedAddress) {
		ConversationSid conversationSid = decision.conversationSid();
		@Nullable WorkerIdentity present = Members.lastWorker(this.gateway.participants(conversationSid),
				this.recognition::isWorker);
		if (present != null) {
			this.decisions.recordPresentWorker(conversationSid, askedAt, present);
			return present;
		}
		if (this.gateway.addWorker(conversationSid, chosen, projectedAddress) == Addition.WORKER_FULL) {
			this.decisions.recordFailure(decision, "the worker is in too many conversations (50214)");
			return null;
		}
		count(decision);
		return chosen;
	}

	private RetryLaterException waiting(Instant askedAt, String reason) {
		return RetryLaterException.every(RecheckInterval.of(askedAt, this.clock.instant()), reason);
	}

	private void count(Decision decision) {
		Counter.builder("frontline.conversations.routed")
			.description("Conversations to which a worker was added")
			.tag("rule", String.valueOf(decision.rule()))
			.register(this.meters)
			.increment();
	}

}
