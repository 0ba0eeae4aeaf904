package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Members;
import io.frontlineservice.conversation.routing.RoutingDecision.AlreadyThere;
import io.frontlineservice.conversation.routing.RoutingDecision.NoWorkerFound;
import io.frontlineservice.conversation.routing.RoutingDecisions.Decision;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the routing decision for a conversation: the last one while it is valid,
 * otherwise a new one. Called by {@link Assignment}. Thread-safe.
 */
@Component
class CurrentDecisions {

	private static final Logger logger = LoggerFactory.getLogger(CurrentDecisions.class);

	/** After this time, a decision or a failure is ignored and a new decision is made. */
	private static final Duration VALIDITY = Duration.ofMinutes(30);

	private final Router router;

	private final RoutingDecisions decisions;

	private final Clock clock;

	CurrentDecisions(Router router, RoutingDecisions decisions, Clock clock) {
		this.router = router;
		this.decisions = decisions;
		this.clock = clock;
	}

	/** Returns the last decision if it is valid, otherwise a new one. */
	Decision currentOrNew(ConversationSid conversationSid, Instant askedAt, Members members,
			List<IdentifiedPerson> people) {
		List<Decision> earlier = this.decisions.of(conversationSid);
		@Nullable Decision last = last(earlier);
		if (last != null && isCurrent(last, askedAt)) {
			return last;
		}
		Set<WorkerIdentity> failedWorkers = earlier.stream()
			.filter((decision) -> decision.failure() != null
					&& decision.decidedAt().plus(VALIDITY).isAfter(this.clock.instant()))
			.flatMap((decision) -> Stream.ofNullable(decision.worker()))
			.collect(Collectors.toSet());
		RoutingDecision decision = this.router
			.decide(new RoutingContext(conversationSid, askedAt, people, members.ourNumbers(), failedWorkers));
		if (decision instanceof NoWorkerFound && last != null && last.worker() == null
				&& last.explanation().equals(RoutingDecisions.asStored(decision.explanation()))) {
			return last;
		}
		log(conversationSid, decision);
		return this.decisions.add(conversationSid, attemptAfter(last), askedAt, decision);
	}

	/**
	 * Stores that a worker is in the conversation, unless the last decision chose that
	 * worker.
	 */
	void recordPresentWorker(ConversationSid conversationSid, Instant askedAt, WorkerIdentity worker) {
		@Nullable Decision last = last(this.decisions.of(conversationSid));
		if (last == null || !worker.equals(last.worker())) {
			this.decisions.add(conversationSid, attemptAfter(last), askedAt, new AlreadyThere(worker));
		}
	}

	/** Stores why the worker of a decision could not be added. */
	void recordFailure(Decision decision, String failure) {
		this.decisions.recordFailure(decision, failure);
	}

	private static void log(ConversationSid conversationSid, RoutingDecision decision) {
		if (decision.decidedBy() != null) {
			logger.info("The rule {} chose the worker for the conversation {}", decision.decidedBy(), conversationSid);
		}
		else {
			logger.warn(
					"The conversation {} waits because no worker can take it now. See /actuator/routing/{} for the reasons.",
					conversationSid, conversationSid);
		}
	}

	private static @Nullable Decision last(List<Decision> decisions) {
		return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
	}

	private static int attemptAfter(@Nullable Decision last) {
		return (last != null) ? last.attempt() + 1 : 1;
	}

	/** A worker who was already there and has left is not added again. */
	private boolean isCurrent(Decision decision, Instant askedAt) {
		return decision.worker() != null && !AlreadyThere.NAME.equals(decision.rule()) && decision.failure() == null
				&& decision.askedAt().equals(askedAt)
				&& decision.decidedAt().plus(VALIDITY).isAfter(this.clock.instant());
	}

}
