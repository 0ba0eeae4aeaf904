package io.frontlineservice.conversation.outgoing;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.worker.WorkerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A message that a worker is sending, before Twilio publishes it. Created by the
 * conversations callback for the {@link OutgoingMessageRule}s. Immutable.
 *
 * @param conversationSid the conversation
 * @param author the worker
 * @param body the text; null for a message without text
 */
public record OutgoingMessage(ConversationSid conversationSid, WorkerIdentity author, @Nullable String body) {

	/** Does not contain the text. */
	@Override
	public String toString() {
		return "OutgoingMessage[" + this.conversationSid + "]";
	}

}
