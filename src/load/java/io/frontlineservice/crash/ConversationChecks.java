package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Uptime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the conversations at Twilio with the acknowledged events. Used by
 * {@link CrashRun} and {@link Report}.
 */
final class ConversationChecks {

	/**
	 * Reconciliation looks at a conversation without a worker after 90 seconds. A delay
	 * of nearly that long means that the queue did not do the work.
	 */
	static final Duration STUCK = Duration.ofSeconds(80);

	private final PretendTwilio twilio;

	private final Acknowledgments acknowledgments;

	private final Uptime uptime;

	ConversationChecks(PretendTwilio twilio, Acknowledgments acknowledgments, Uptime uptime) {
		this.twilio = twilio;
		this.acknowledgments = acknowledgments;
		this.uptime = uptime;
	}

	List<Conversation> where(Predicate<Conversation> condition) {
		return this.twilio.conversations().stream().filter(condition).toList();
	}

	/** Whether work of an acknowledged event is not done. */
	boolean isOwed(Conversation conversation) {
		boolean routing = this.acknowledgments.routingAcknowledged(conversation.sid()).isPresent();
		return (routing && workers(conversation) == 0)
				|| (this.acknowledgments.isTold(conversation.sid()) && !isIntroduced(conversation));
	}

	/** Whether it has a worker although no request for one was acknowledged. */
	boolean isFound(Conversation conversation) {
		return workers(conversation) > 0 && isMissed(conversation);
	}

	/** Whether no request for a worker was acknowledged. */
	boolean isMissed(Conversation conversation) {
		return this.acknowledgments.routingAcknowledged(conversation.sid()).isEmpty();
	}

	boolean isWhole(Conversation conversation) {
		return workers(conversation) == 1 && isIntroduced(conversation);
	}

	boolean isDoubled(Conversation conversation) {
		return workers(conversation) > 1;
	}

	boolean isStuck(Conversation conversation) {
		return delay(conversation).compareTo(STUCK) > 0;
	}

	/** The uptime of the service between the acknowledgment and the worker. */
	Duration delay(Conversation conversation) {
		return this.acknowledgments.routingAcknowledged(conversation.sid())
			.map((at) -> this.uptime.between(at, this.acknowledgments.done(conversation.sid()).orElseGet(Instant::now)))
			.orElse(Duration.ZERO);
	}

	/** The number of requests to add a worker beyond the first of each conversation. */
	int repeats() {
		return this.twilio.audit().participantPosts().values().stream().mapToInt((posts) -> posts - 1).sum();
	}

	private static long workers(Conversation conversation) {
		return conversation.participants().stream().filter((it) -> it.identity() != null).count();
	}

	private static boolean isIntroduced(Conversation conversation) {
		Participant customer = conversation.participants()
			.stream()
			.filter((it) -> it.binding() != null)
			.findFirst()
			.orElseThrow();
		String address = Objects.requireNonNull(customer.binding()).address();
		String id = JsonMapper.shared().readTree(customer.attributes()).path("customer_id").asString("");
		return People.nameOf(address).equals(conversation.friendlyName())
				&& id.equals(People.isCustomer(address) ? People.idOf(address) : "");
	}

}
