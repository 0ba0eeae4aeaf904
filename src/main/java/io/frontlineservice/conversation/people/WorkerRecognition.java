package io.frontlineservice.conversation.people;

import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tells workers from customers on chat, who have identities as well: a worker is in the
 * directory or has signed in to Frontline. Called for each settlement. Thread-safe.
 */
@Component
public class WorkerRecognition {

	private static final int MAX_CACHED = 10_000;

	private final WorkerDirectory directory;

	private final ConversationsGateway gateway;

	/** Twilio distinguishes upper and lower case in identities. */
	private final Set<String> signedIn = ConcurrentHashMap.newKeySet();

	WorkerRecognition(WorkerDirectory directory, ConversationsGateway gateway) {
		this.directory = directory;
		this.gateway = gateway;
	}

	/** Whether the identity belongs to a worker. May call Twilio. */
	public boolean isWorker(WorkerIdentity identity) {
		return this.directory.knows(identity) || this.signedIn.contains(identity.written()) || hasSignedIn(identity);
	}

	private boolean hasSignedIn(WorkerIdentity identity) {
		if (statusOf(identity) == WorkerStatus.UNKNOWN) {
			return false;
		}
		if (this.signedIn.size() < MAX_CACHED) {
			this.signedIn.add(identity.written());
		}
		return true;
	}

	/** An identity that Frontline refuses to look up does not belong to a worker. */
	private WorkerStatus statusOf(WorkerIdentity identity) {
		try {
			return this.gateway.statusOf(identity);
		}
		catch (TwilioRefusedException ex) {
			return WorkerStatus.UNKNOWN;
		}
	}

}
