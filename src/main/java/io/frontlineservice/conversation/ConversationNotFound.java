package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.work.GiveUpException;
import io.frontlineservice.work.RetryLaterException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Decides what it means that Twilio answers 404 for a conversation. Called by
 * {@link SettleConversationJob}. Thread-safe.
 * <p>
 * One such answer ends nothing, because Twilio may be wrong for a moment.
 */
@Component
class ConversationNotFound {

	private final ConversationMemory memory;

	private final MissingConversations missing;

	private final Clock clock;

	ConversationNotFound(ConversationMemory memory, MissingConversations missing, Clock clock) {
		this.memory = memory;
		this.missing = missing;
		this.clock = clock;
	}

	/** Forgets earlier 404s, because Twilio has found the conversation. */
	void clear(ConversationSid sid) {
		this.missing.remove(sid);
	}

	/**
	 * Closes a conversation that Twilio has known, once it has been missing for the grace
	 * period.
	 * @param before the snapshot from before Twilio was asked
	 * @throws RetryLaterException if Twilio may still find the conversation
	 * @throws GiveUpException if Twilio asked for routing but never knew the conversation
	 */
	void handle(ConversationSid sid, ConversationSnapshot before) {
		if (before.closed()) {
			handleClosed(sid, before);
		}
		else if (before.settled()) {
			handleKnown(sid, before);
		}
		else if (before.routing() != null && !before.routing().inferred()) {
			handleUnknown(before.routing());
		}
	}

	/**
	 * A conversation that is closed only because it is missing may return. Its row does
	 * not change until then, so the retention removes it in time.
	 */
	private void handleClosed(ConversationSid sid, ConversationSnapshot before) {
		if (!this.missing.contains(sid) || before.routing() != null) {
			this.memory.close(sid, before);
		}
		else {
			this.missing.noteMissing(sid, this.clock.instant());
		}
	}

	private void handleKnown(ConversationSid sid, ConversationSnapshot before) {
		if (isGraceOver(this.missing.noteMissing(sid, this.clock.instant()))) {
			this.memory.close(sid, before);
			return;
		}
		throw new RetryLaterException("Twilio does not know the conversation any more, which may be a mistake");
	}

	private void handleUnknown(RoutingRequest request) {
		if (!isGraceOver(request.askedAt())) {
			throw new RetryLaterException("Twilio does not know the conversation yet");
		}
		throw new GiveUpException("Twilio does not know the conversation: it is of another account, or of a "
				+ "Conversations service that is not the default one");
	}

	private boolean isGraceOver(Instant since) {
		return !since.plus(Settlement.GRACE).isAfter(this.clock.instant());
	}

}
