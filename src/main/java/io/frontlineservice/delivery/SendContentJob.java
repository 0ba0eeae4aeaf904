package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ContentMessage;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.outgoing.OutgoingMessageRule;
import io.frontlineservice.delivery.ContentRequest.State;
import io.frontlineservice.delivery.RepairMeters.Outcome;
import io.frontlineservice.delivery.SentMessageSearch.EarlierMessages;
import io.frontlineservice.work.GiveUpException;
import io.frontlineservice.work.Job;
import io.frontlineservice.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job that sends a message as content, once. Requested by {@link RepairMessageJob}
 * and {@link ContentInsteadRule}. Thread-safe.
 * <p>
 * Twilio has no idempotency key for messages. So the request is stored before the call,
 * the message carries a mark in its attributes, and a repeated run looks for the mark in
 * the conversation before it sends anything.
 */
@Component
class SendContentJob implements Job {

	static final String NAME = "send-content";

	private static final Set<State> DONE = Set.of(State.SENT, State.DROPPED, State.TEXT_PUBLISHED);

	/** Twilio may still publish a message when the call has timed out here. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final ContentRequests requests;

	private final ConversationsGateway gateway;

	private final SentMessageSearch searches;

	private final List<OutgoingMessageRule> rules;

	private final WorkQueue queue;

	private final RepairMeters meters;

	private final Clock clock;

	SendContentJob(ContentRequests requests, ConversationsGateway gateway, SentMessageSearch searches,
			List<OutgoingMessageRule> rules, WorkQueue queue, RepairMeters meters, Clock clock) {
		this.rules = rules.stream().filter((rule) -> !(rule instanceof ContentInsteadRule)).toList();
		this.requests = requests;
		this.gateway = gateway;
		this.searches = searches;
		this.queue = queue;
		this.meters = meters;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void run(String subject) {
		ContentRequest request = this.requests.find(subject).orElse(null);
		if (request == null || DONE.contains(request.state())) {
			return;
		}
		try {
			send(request);
		}
		catch (ConversationGoneException ex) {
			drop(request, Outcome.CONVERSATION_GONE);
		}
		catch (GiveUpException ex) {
			this.requests.mark(request.subject(), State.REFUSED);
			throw ex;
		}
	}

	private void send(ContentRequest request) {
		EarlierMessages messages = this.searches.earlierMessages(request);
		Optional<String> earlier = messages.content();
		Optional<String> text = earlier.isEmpty() ? messages.text() : Optional.empty();
		if (text.isPresent()) {
			leaveText(request, text.get());
			return;
		}
		if (earlier.isEmpty() && isRejected(request)) {
			drop(request, Outcome.REJECTED);
			return;
		}
		String messageSid = earlier.orElseGet(() -> call(request));
		this.requests.end(request.subject(), State.SENT, messageSid);
		this.meters.count(Outcome.SENT);
	}

	/** The customer may have opted out since the worker sent the message. */
	private boolean isRejected(ContentRequest request) {
		OutgoingMessage message = new OutgoingMessage(request.conversationSid(), request.author(), null);
		return this.rules.stream().anyMatch((rule) -> rule.refusal(message).isPresent());
	}

	private void drop(ContentRequest request, Outcome outcome) {
		this.requests.end(request.subject(), State.DROPPED, null);
		this.meters.count(outcome);
	}

	/** If the text fails or has failed, it is repaired like any other. */
	private void leaveText(ContentRequest request, String messageSid) {
		this.queue.request(RepairMessageJob.NAME, messageSid,
				() -> this.requests.end(request.subject(), State.TEXT_PUBLISHED, messageSid));
		this.meters.count(Outcome.TEXT_PUBLISHED);
	}

	private String call(ContentRequest request) {
		if (request.requestedAt().plus(ContentRequests.LIFETIME).isBefore(this.clock.instant())) {
			throw new GiveUpException("The message is too old to be sent as content");
		}
		if (request.variables() == null) {
			throw new GiveUpException("No configured auth token decrypts the variables of the message");
		}
		this.requests.mark(request.subject(), State.SENDING);
		try {
			return this.gateway.sendContent(request.conversationSid(),
					new ContentMessage(request.author(), request.contentSid(), request.variables(),
							JsonMapper.shared().writeValueAsString(Map.of(SentMessageSearch.MARK, request.mark()))));
		}
		catch (TwilioUnavailableException ex) {
			throw ex.needsOperator() ? ex : new TwilioUnavailableException(String.valueOf(ex.getMessage()),
					(ex.after() != null && ex.after().compareTo(PAUSE) > 0) ? ex.after() : PAUSE);
		}
	}

}
