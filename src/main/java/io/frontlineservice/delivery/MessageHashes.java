package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keyed hashes by which the template bridge finds a message again. A worker has the
 * same hashes under each alias. Thread-safe.
 */
@Component
class MessageHashes {

	/** Stands for the hash of a customer if there is none. */
	static final String NO_CUSTOMER = "";

	private final PersonHashes hashes;

	private final WorkerDirectory directory;

	MessageHashes(PersonHashes hashes, WorkerDirectory directory) {
		this.hashes = hashes;
		this.directory = directory;
	}

	/** Returns the hash of a worker and a text. */
	String message(WorkerIdentity author, String text) {
		return this.hashes.current(key(author, text));
	}

	/** Returns all hashes under which a worker and a text may have been stored. */
	List<String> accepted(WorkerIdentity author, String text) {
		return this.hashes.accepted(key(author, text));
	}

	/** Returns the hash of a customer; {@link #NO_CUSTOMER} if it is null. */
	String customer(@Nullable CustomerId customerId) {
		return (customerId != null) ? this.hashes.current(key(customerId)) : NO_CUSTOMER;
	}

	/** Returns all hashes under which a customer may have been stored. */
	List<String> accepted(CustomerId customerId) {
		return this.hashes.accepted(key(customerId));
	}

	/** Returns the hash of a message in a conversation. */
	String sent(ConversationSid conversationSid, WorkerIdentity author, String text) {
		return this.hashes.current("sent " + conversationSid + " " + key(author, text));
	}

	/** The length tells where the identity ends. Twilio may remove blanks at the end. */
	private String key(WorkerIdentity author, String text) {
		String identity = this.directory.worker(author).identity().key();
		return "message " + identity.length() + " " + identity + " " + text.stripTrailing();
	}

	private static String key(CustomerId customerId) {
		return Objects.requireNonNull(PersonKeys.of(null, customerId).customerKey());
	}

}
