package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.Addition;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Party;
import io.frontlineservice.conversation.people.Staff;
import io.frontlineservice.conversation.routing.RoutingDecision.AlreadyThere;
import io.frontlineservice.conversation.routing.RoutingDecision.NobodyFound;
import io.frontlineservice.conversation.routing.RoutingDecisions.Decision;
import io.frontlineservice.work.RetryLaterException;
import io.frontlineservice.worker.Worker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a conversation that has no worker to one. Called when a conversation is settled.
 * Thread-safe.
 * <p>
 * The decision is on the disk before the worker is added. So a process that is killed, or
 * stopped for so long that another has gone on in its place, leaves a conversation with
 * one worker: both add the same. Where somebody else has added a worker while one was
 * chosen, nobody is added.
 */
@Component
public class Assignment {

	private static final Logger logger = LoggerFactory.getLogger(Assignment.class);

	/** A decision that has not been carried out for so long is made anew. */
	private static final Duration VALIDITY = Duration.ofMinutes(30);

	private static final Duration UNTIL_SOMEBODY_IS_THERE = Duration.ofSeconds(30);

	/** So many workers may prove full, one after the other, in one run. */
	private static final int ATTEMPTS_IN_A_RUN = 10;

	private final Router router;

	private final RoutingDecisions decisions;

	private final ConversationsGateway gateway;

	private final Staff staff;

	private final MeterRegistry meters;

	private final Clock clock = Clock.systemUTC();

	Assignment(Router router, RoutingDecisions decisions, ConversationsGateway gateway, Staff staff,
			MeterRegistry meters) {
		this.router = router;
		this.decisions = decisions;
		this.gateway = gateway;
		this.staff = staff;
		this.meters = meters;
	}

	/**
	 * Has a worker added, unless there is one by now.
	 * @param askedAt since when a worker is wanted
	 * @return the identity of the worker who is there then
	 * @throws RetryLaterException if nobody can take the conversation now
	 */
	public String assign(String conversationSid, Instant askedAt, Party party, List<IdentifiedPerson> people) {
		@Nullable String there = party.lastWorker();
		if (there != null) {
			note(conversationSid, askedAt, there);
			return there;
		}
		for (int i = 0; i < ATTEMPTS_IN_A_RUN; i++) {
			Decision decision = standing(conversationSid, askedAt, party, people);
			String worker = decision.worker();
			if (worker == null) {
				throw RetryLaterException.every(UNTIL_SOMEBODY_IS_THERE, "Nobody can take the conversation now");
			}
			there = Party.lastWorker(this.gateway.participants(conversationSid), this.staff::isWorker);
			if (there != null) {
				note(conversationSid, askedAt, there);
				return there;
			}
			Addition addition = this.gateway.addWorker(conversationSid, worker, party.projectedAddress());
			if (addition != Addition.WORKER_FULL) {
				count(decision);
				return worker;
			}
			this.decisions.failed(decision, "the worker is in too many conversations (50214)");
		}
		throw RetryLaterException.every(UNTIL_SOMEBODY_IS_THERE, "Every worker asked is in too many conversations");
	}

	/** Notes that there is a worker, unless it was decided that this one is to come. */
	private void note(String conversationSid, Instant askedAt, String worker) {
		@Nullable Decision last = last(this.decisions.of(conversationSid));
		if (last == null || !worker.equals(last.worker())) {
			this.decisions.add(conversationSid, attemptAfter(last), askedAt, new AlreadyThere(worker));
		}
	}

	private void count(Decision decision) {
		Counter.builder("frontline.conversations.routed")
			.description("Conversations given to a worker")
			.tag("rule", String.valueOf(decision.rule()))
			.register(this.meters)
			.increment();
	}

	/** The last decision if it still holds, else a new one. */
	private Decision standing(String conversationSid, Instant askedAt, Party party, List<IdentifiedPerson> people) {
		List<Decision> earlier = this.decisions.of(conversationSid);
		@Nullable Decision last = last(earlier);
		if (last != null && holds(last, askedAt)) {
			return last;
		}
		Set<String> unable = earlier.stream()
			.filter((decision) -> decision.failure() != null && decision.worker() != null
					&& decision.decidedAt().plus(VALIDITY).isAfter(this.clock.instant()))
			.map((decision) -> Worker.key(String.valueOf(decision.worker())))
			.collect(Collectors.toSet());
		RoutingDecision decision = this.router
			.decide(new Inquiry(conversationSid, askedAt, people, party.ours(), unable));
		if (decision instanceof NobodyFound && last != null && last.worker() == null
				&& last.explanation().equals(decision.explanation())) {
			return last;
		}
		logger.info("The conversation {} is to be taken by {}", conversationSid,
				(decision.decidedBy() != null) ? "the " + decision.decidedBy() : "nobody");
		return this.decisions.add(conversationSid, attemptAfter(last), askedAt, decision);
	}

	private static @Nullable Decision last(List<Decision> decisions) {
		return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
	}

	private static int attemptAfter(@Nullable Decision last) {
		return (last != null) ? last.attempt() + 1 : 1;
	}

	/** Whoever was there already and is no longer is not brought back. */
	private boolean holds(Decision decision, Instant askedAt) {
		return decision.worker() != null && !AlreadyThere.NAME.equals(decision.rule()) && decision.failure() == null
				&& decision.askedAt().equals(askedAt)
				&& decision.decidedAt().plus(VALIDITY).isAfter(this.clock.instant());
	}

}
