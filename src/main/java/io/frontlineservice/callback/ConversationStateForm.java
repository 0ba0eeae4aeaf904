package io.frontlineservice.callback;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code onConversationStateUpdated}.
 *
 * @param conversationSid the SID of the conversation
 * @param stateTo the state it is in now
 */
record ConversationStateForm(@BindParam("ConversationSid") @ConversationSid String conversationSid,
		@BindParam("StateTo") @Nullable String stateTo) {

	boolean isClosed() {
		return "closed".equalsIgnoreCase(this.stateTo);
	}

}
