package io.frontlineservice.callback;

import io.frontlineservice.conversation.gateway.ConversationSid;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of an event of a conversation, and of custom routing. Its other parameters are
 * not used: the current state is read from Twilio.
 *
 * @param conversationSid the SID of the conversation
 */
record ConversationForm(@BindParam("ConversationSid") @RequiredConversationSid String conversationSid) {

	ConversationSid sid() {
		return new ConversationSid(this.conversationSid);
	}

}
