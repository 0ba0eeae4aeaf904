package io.frontlineservice.conversation.outgoing;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.worker.WorkerDirectory;
import org.springframework.stereotype.Component;

/**
 * Tells the messages of customers on chat from those of workers: both have identities,
 * and a customer's message must never be rejected. Called by {@link OutgoingMessages}.
 * Thread-safe; reads the store.
 */
@Component
class ChatCustomers {

	private final WorkerDirectory directory;

	private final KnownParticipants participants;

	ChatCustomers(WorkerDirectory directory, KnownParticipants participants) {
		this.directory = directory;
		this.participants = participants;
	}

	/**
	 * Whether the author is a customer, or may be one because nothing is known of the
	 * conversation yet.
	 */
	boolean mayHaveWritten(OutgoingMessage message) {
		return !this.directory.knows(message.author())
				&& (this.participants.of(message.conversationSid()).isEmpty() || this.participants
					.includes(message.conversationSid(), Address.ofIdentity(message.author().written())));
	}

}
