package io.frontlineservice.conversation.gateway;

/**
 * The conversation or the participant does not exist, or the conversation is closed.
 * Thrown by {@link ConversationsGateway}.
 */
public class ConversationGoneException extends RuntimeException {

	public ConversationGoneException() {
		super("The conversation or the participant does not exist, or the conversation is closed", null, false, false);
	}

}
