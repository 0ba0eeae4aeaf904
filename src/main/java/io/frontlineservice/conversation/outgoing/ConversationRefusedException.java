package io.frontlineservice.conversation.outgoing;

/**
 * A conversation may not or cannot begin. Its message is a sentence for the worker, which
 * names nobody. Thrown by {@link OutgoingConversations}; answered with 403.
 */
public class ConversationRefusedException extends RuntimeException {

	ConversationRefusedException(String message) {
		super(message, null, false, false);
	}

}
