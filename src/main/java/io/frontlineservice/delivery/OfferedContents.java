package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds the content of a message that was offered. Called by the template bridge.
 * Thread-safe.
 */
@Component
class OfferedContents {

	/** The attribute of a participant with the customer's id, as Frontline defines it. */
	private static final String CUSTOMER_ID = "customer_id";

	private final OfferedMessages messages;

	private final MessageHashes hashes;

	private final KnownParticipants known;

	private final ConversationsGateway gateway;

	OfferedContents(OfferedMessages messages, MessageHashes hashes, KnownParticipants known,
			ConversationsGateway gateway) {
		this.messages = messages;
		this.hashes = hashes;
		this.known = known;
		this.gateway = gateway;
	}

	/**
	 * Returns the content of a text, if it is exactly one that was offered to its author.
	 * @param customers the hashes of the customer
	 */
	Optional<OfferedContent> find(WorkerIdentity author, String text, Set<String> customers) {
		Set<String> all = new HashSet<>(customers);
		// The text was offered when the person was not a customer yet.
		all.add(MessageHashes.NO_CUSTOMER);
		return this.messages.find(this.hashes.accepted(author, text), all);
	}

	/** Returns the hash of a message in a conversation. */
	String sent(ConversationSid conversationSid, WorkerIdentity author, String text) {
		return this.hashes.sent(conversationSid, author, text);
	}

	/** Returns the hashes of a participant as a customer. Calls Twilio. */
	Set<String> customers(ConversationSid conversationSid, String participantSid) {
		Set<String> customers = knownCustomers(conversationSid, participantSid);
		this.gateway.participants(conversationSid)
			.stream()
			.filter((participant) -> participant.sid().equals(participantSid))
			.flatMap((participant) -> customerId(participant).stream())
			.forEach((id) -> customers.addAll(this.hashes.accepted(id)));
		return customers;
	}

	private Set<String> knownCustomers(ConversationSid conversationSid, String participantSid) {
		Set<String> customers = new HashSet<>();
		this.known.of(conversationSid)
			.stream()
			.filter((participant) -> participant.participantSid().equals(participantSid))
			.flatMap((participant) -> Optional.ofNullable(participant.customerHash()).stream())
			.forEach(customers::add);
		return customers;
	}

	private static Optional<CustomerId> customerId(Participant participant) {
		return JsonAttributes.read(participant.attributes())
			.flatMap((attributes) -> Optional.ofNullable(attributes.text(CUSTOMER_ID)))
			.map(CustomerId::new);
	}

}
