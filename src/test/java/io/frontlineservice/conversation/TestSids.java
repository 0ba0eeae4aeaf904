package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.ConversationSid;

/** SIDs to test with. */
public final class TestSids {

	private TestSids() {
	}

	/** Returns the SID that is written like this. */
	public static ConversationSid sid(String value) {
		return new ConversationSid(value);
	}

}
