package io.frontlineservice.conversation.gateway;

/**
 * There is no such conversation, or it is closed. Thrown by {@link ConversationsGateway};
 * nothing is left to do for it.
 */
public class ConversationGoneException extends RuntimeException {

	public ConversationGoneException() {
		super("The conversation is over", null, false, false);
	}

}
