package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.Conversation;
import io.frontlineservice.sandbox.pretend.Participant;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Uptime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what the service has promised with what has become of the conversations. Asked
 * by {@link CrashRun} and {@link Report}.
 */
final class ConversationChecks {

	/**
	 * Reconciliation looks at a conversation without a worker after ninety seconds. What
	 * takes nearly so long was not done by the queue, or hangs.
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

	/** Whether what was acknowledged about the conversation has not been done. */
	boolean isOwed(Conversation conversation) {
		boolean routing = this.acknowledgments.routingAcknowledged(conversation.sid()).isPresent();
		return (routing && workers(conversation) == 0)
				|| (this.acknowledgments.isTold(conversation.sid()) && !isIntroduced(conversation));
	}

	/** Whether it has a worker, and nothing was acknowledged that would be the reason. */
	boolean isFound(Conversation conversation) {
		return workers(conversation) > 0 && isMissed(conversation);
	}

	/** Whether it was not acknowledged that it needs a worker. */
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

	/** How long the service was there between its promise and the worker's coming. */
	Duration delay(Conversation conversation) {
		return this.acknowledgments.routingAcknowledged(conversation.sid())
			.map((at) -> this.uptime.between(at, this.acknowledgments.done(conversation.sid()).orElseGet(Instant::now)))
			.orElse(Duration.ZERO);
	}

	/** How often workers were to be added beyond once for each conversation. */
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
