package io.frontlineservice.conversation.outgoing;

/**
 * Thrown by {@link OutgoingConversations} if a worker cannot start a conversation. The
 * worker sees its message, which contains no name and no number. Answered with 403.
 */
public class ConversationRefusedException extends RuntimeException {

	ConversationRefusedException(String message) {
		super(message, null, false, false);
	}

}
