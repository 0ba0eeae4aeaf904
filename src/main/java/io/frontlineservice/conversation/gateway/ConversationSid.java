package io.frontlineservice.conversation.gateway;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The SID of a conversation: {@code CH} and 32 hexadecimal digits. Immutable.
 *
 * @param value the SID as Twilio writes it
 */
public record ConversationSid(@JsonValue String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
