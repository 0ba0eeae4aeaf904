package io.frontlineservice.callback;

import io.frontlineservice.conversation.gateway.ConversationSid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code onConversationStateUpdated}.
 *
 * @param conversationSid the SID of the conversation
 * @param stateTo the state it is in now
 */
record ConversationStateForm(@BindParam("ConversationSid") @RequiredConversationSid String conversationSid,
		@BindParam("StateTo") @Nullable String stateTo) {

	ConversationSid sid() {
		return new ConversationSid(this.conversationSid);
	}

	boolean isClosed() {
		return "closed".equalsIgnoreCase(this.stateTo);
	}

}
