package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.Message;
import io.frontlineservice.delivery.ContentRequest.State;
import io.frontlineservice.delivery.Deliveries.Delivery;
import io.frontlineservice.delivery.RepairMeters.Outcome;
import io.frontlineservice.work.Job;
import io.frontlineservice.work.WorkQueue;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The job that decides whether a WhatsApp message that failed outside the 24-hour window
 * is sent again as approved content: if its text is exactly one that was offered to its
 * author. Requested by {@link DeliveryReceipts} for the SID of the failed message.
 * Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/63016">Error 63016</a>
 */
@Component
class RepairMessageJob implements Job {

	static final String NAME = "repair-message";

	private static final int WINDOW_CLOSED = 63016;

	private final Deliveries deliveries;

	private final ConversationsGateway gateway;

	private final OfferedContents offered;

	private final ContentRequests requests;

	private final WorkQueue queue;

	private final RepairMeters meters;

	private final Clock clock;

	RepairMessageJob(Deliveries deliveries, ConversationsGateway gateway, OfferedContents offered,
			ContentRequests requests, WorkQueue queue, RepairMeters meters, Clock clock) {
		this.deliveries = deliveries;
		this.gateway = gateway;
		this.offered = offered;
		this.requests = requests;
		this.queue = queue;
		this.meters = meters;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void run(String messageSid) {
		Optional<Delivery> failure = this.deliveries.failure(messageSid, WINDOW_CLOSED);
		if (failure.isEmpty() || this.requests.find(messageSid).isPresent()) {
			return;
		}
		if (failure.get().createdAt().plus(OfferedMessages.LIFETIME).isBefore(this.clock.instant())) {
			this.meters.count(Outcome.TOO_LATE);
			return;
		}
		try {
			repair(failure.get());
		}
		catch (ConversationGoneException ex) {
			this.meters.count(Outcome.CONVERSATION_GONE);
		}
	}

	private void repair(Delivery failure) {
		ConversationSid conversation = failure.conversationSid();
		Message message = this.gateway.message(conversation, failure.messageSid());
		if (SentMessageSearch.mark(message).isPresent()) {
			this.meters.count(Outcome.CONTENT_FAILED);
			return;
		}
		if (message.author() == null || message.body() == null || message.body().isEmpty()) {
			this.meters.count(Outcome.NOT_OFFERED);
			return;
		}
		WorkerIdentity author = WorkerIdentity.of(message.author());
		if (isReplaced(conversation, author, message)) {
			return;
		}
		Optional<OfferedContent> content = this.offered.find(author, message.body(),
				this.offered.customers(conversation, failure.participantSid()));
		if (content.isEmpty()) {
			this.meters.count(Outcome.NOT_OFFERED);
			return;
		}
		ContentRequest request = new ContentRequest(failure.messageSid(), conversation, author,
				content.get().contentSid(), content.get().values(message.body()), failure.messageSid(), State.INTENDED,
				this.clock.instant());
		this.queue.request(SendContentJob.NAME, request.subject(), () -> this.requests.add(request, Instant.EPOCH));
	}

	/**
	 * Whether the message was to be replaced, but Twilio did not wait for the refusal.
	 */
	private boolean isReplaced(ConversationSid conversation, WorkerIdentity author, Message message) {
		return this.requests.find(this.offered.sent(conversation, author, String.valueOf(message.body())))
			.filter((request) -> !request.state().isFailed())
			.filter((request) -> Duration.between(request.requestedAt(), message.createdAt())
				.abs()
				.compareTo(ContentInsteadRule.REPETITION) < 0)
			.isPresent();
	}

}
