package io.frontlineservice.conversation.participant;

import io.frontlineservice.work.Commits;
import io.frontlineservice.work.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Stores that customers have written: when, and what {@link InboundMessageListener}s make
 * of the message. Called by the conversations callback; when the method returns, all of
 * it is on the disk. Thread-safe.
 */
@Service
public class InboundMessages {

	/** Twilio waits 5 seconds for the answer to an event. */
	private static final Duration LONGEST_READ = Duration.ofSeconds(3);

	private final KnownParticipants participants;

	private final List<InboundMessageListener> listeners;

	private final Commits commits;

	private final StoreCalls store;

	private final Clock clock;

	InboundMessages(KnownParticipants participants, List<InboundMessageListener> listeners, Commits commits,
			StoreCalls store, Clock clock) {
		this.participants = participants;
		this.listeners = List.copyOf(listeners);
		this.commits = commits;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Stores a message of a customer. A time in the future counts as now.
	 * @throws org.springframework.dao.DataAccessException if it cannot be stored
	 * @throws org.springframework.transaction.TransactionException if the store cannot be
	 * reached. The callback must not answer 200 then.
	 */
	public void received(InboundMessage sent) {
		InboundMessage message = notInFuture(sent);
		this.commits.commit(() -> {
			this.participants.wrote(message.conversationSid(), message.participantSid(), message.address(),
					message.channel(), message.at());
			this.listeners.forEach((listener) -> listener.received(message));
		});
	}

	/**
	 * Stores a message on chat if its author is a customer, and not a worker. A customer
	 * on chat is known after the first settlement of the conversation.
	 * @throws org.springframework.dao.DataAccessException if it cannot be stored
	 * @throws org.springframework.transaction.TransactionException if the store cannot be
	 * reached. The callback must not answer 200 then.
	 */
	public void receivedOnChat(InboundMessage sent) {
		boolean ofCustomer = this.store.within(LONGEST_READ, () -> this.participants.of(sent.conversationSid())
			.stream()
			.anyMatch(
					(it) -> it.participantSid().equals(sent.participantSid()) && it.channel().equals(sent.channel())));
		if (ofCustomer) {
			received(sent);
		}
	}

	private InboundMessage notInFuture(InboundMessage sent) {
		Instant now = this.clock.instant();
		return sent.at().isAfter(now) ? new InboundMessage(sent.conversationSid(), sent.participantSid(),
				sent.messageSid(), sent.address(), sent.channel(), sent.body(), now) : sent;
	}

}
