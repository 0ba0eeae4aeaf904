package io.frontlineservice.delivery;

import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.outgoing.OutgoingMessageRule;
import io.frontlineservice.conversation.participant.KnownParticipant;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.delivery.ContentRequest.State;
import io.frontlineservice.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Rejects a WhatsApp template that a worker sends outside the 24-hour window, and
 * requests that it is sent as content instead. Only if
 * {@code frontline.delivery.template-bridge} is {@code before}. It is the last rule,
 * because a message that another rule rejects must not be sent at all. Thread-safe.
 * <p>
 * If the store is slow, Twilio publishes the text although the request is stored. So the
 * content is sent at once only when the text was rejected in time. Otherwise it waits
 * until Twilio no longer waits for an answer; {@link SendContentJob} then looks whether
 * the text was published.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ContentInsteadRule implements OutgoingMessageRule {

	static final String NAME = "content-instead";

	/** The app may send the same message again after it was rejected. */
	static final Duration REPETITION = Duration.ofMinutes(10);

	/** Longer than Twilio waits for the answer to a message, which is 5 seconds. */
	static final Duration UNCONFIRMED = Duration.ofSeconds(10);

	private static final Duration WINDOW = Duration.ofHours(24);

	private static final Optional<String> REFUSAL = Optional.of("The approved template is sent instead.");

	private final DeliverySettings settings;

	private final KnownParticipants participants;

	private final OfferedContents offered;

	private final ContentRequests requests;

	private final WorkQueue queue;

	private final Clock clock;

	ContentInsteadRule(DeliverySettings settings, KnownParticipants participants, OfferedContents offered,
			ContentRequests requests, WorkQueue queue, Clock clock) {
		this.settings = settings;
		this.participants = participants;
		this.offered = offered;
		this.requests = requests;
		this.queue = queue;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Optional<String> refusal(OutgoingMessage message) {
		String body = message.body();
		if (!this.settings.replaces() || body == null || body.isEmpty()) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		List<KnownParticipant> people = this.participants.of(message.conversationSid())
			.stream()
			.filter((participant) -> participant.channel().equals("whatsapp"))
			.toList();
		if (people.isEmpty() || people.stream().anyMatch((person) -> hasOpenWindow(person, now))) {
			return Optional.empty();
		}
		Set<String> customers = people.stream()
			.map(KnownParticipant::customerHash)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return this.offered.find(message.author(), body, customers)
			.flatMap((content) -> replace(message, content, now));
	}

	/** The window is that of both addresses, regardless of the conversation. */
	private boolean hasOpenWindow(KnownParticipant person, Instant now) {
		return this.participants.lastInboundToSender(person)
			.filter((last) -> last.plus(WINDOW).isAfter(now))
			.isPresent();
	}

	private Optional<String> replace(OutgoingMessage message, OfferedContent content, Instant now) {
		String body = String.valueOf(message.body());
		String subject = this.offered.sent(message.conversationSid(), message.author(), body);
		Instant replaced = now.minus(REPETITION);
		ContentRequest earlier = this.requests.find(subject)
			.filter((it) -> it.requestedAt().isAfter(replaced))
			.orElse(null);
		if (earlier != null) {
			// What could not be sent as content is published, so that the worker sees it
			// fail.
			return earlier.state().isFailed() ? Optional.empty() : REFUSAL;
		}
		ContentRequest request = new ContentRequest(subject, message.conversationSid(), message.author(),
				content.contentSid(), content.values(body), UUID.randomUUID().toString(), State.INTENDED, now);
		this.queue.request(SendContentJob.NAME, subject, UNCONFIRMED, () -> this.requests.add(request, replaced));
		return REFUSAL;
	}

	@Override
	public void rejected(OutgoingMessage message) {
		String subject = this.offered.sent(message.conversationSid(), message.author(), String.valueOf(message.body()));
		// Only in its own transaction, which may share a commit.
		this.queue.request(SendContentJob.NAME, subject, () -> {
		});
	}

}
