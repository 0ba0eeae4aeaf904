package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be sent as content, once. Kept by {@link ContentRequests}.
 * Immutable.
 *
 * @param subject the SID of the message that failed, or the hash of a rejected message
 * @param conversationSid the conversation
 * @param author the worker in whose name it is sent
 * @param contentSid the content
 * @param variables the values of the variables as a JSON object; null once it is sent, or
 * if they cannot be decrypted
 * @param mark the text by which the message is recognized in its conversation
 * @param state how far it is
 * @param requestedAt when it was requested
 */
record ContentRequest(String subject, ConversationSid conversationSid, WorkerIdentity author, String contentSid,
		@Nullable String variables, String mark, State state, Instant requestedAt) {

	/** Whether the message replaces a rejected text, and does not follow a failed one. */
	boolean replacesText() {
		return !this.mark.equals(this.subject);
	}

	/** Does not contain the variables. */
	@Override
	public String toString() {
		return "ContentRequest[" + this.mark + "]";
	}

	/** How far a request is. */
	enum State {

		/** No call was made. */
		INTENDED,

		/** A call was about to be made; the message may have been sent. */
		SENDING,

		/** The message was sent. */
		SENT,

		/** Twilio has refused it for good; an operator may retry it. */
		REFUSED,

		/** The message cannot be sent any more. */
		DROPPED,

		/** Twilio has published the text that the message was to replace. */
		TEXT_PUBLISHED;

		/** Whether neither the message nor the text that it replaces was sent. */
		boolean isLost() {
			return this == REFUSED || this == DROPPED;
		}

		/** Whether the message was not sent, and will not be without an operator. */
		boolean isFailed() {
			return isLost() || this == TEXT_PUBLISHED;
		}

	}

}
