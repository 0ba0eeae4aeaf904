package io.frontlineservice.callback;

import io.frontlineservice.conversation.gateway.ConversationSid;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of whatever concerns a conversation as a whole. What else is in it is not
 * used: how things are now is asked of Twilio.
 *
 * @param conversationSid the SID of the conversation
 */
record ConversationForm(@BindParam("ConversationSid") @RequiredConversationSid String conversationSid) {

	ConversationSid sid() {
		return new ConversationSid(this.conversationSid);
	}

}
