package io.frontlineservice.conversation.gateway;

import io.frontlineservice.worker.WorkerIdentity;

/**
 * A message that Twilio renders from a content, such as an approved WhatsApp template.
 * Sent by {@link ConversationsGateway#sendContent}; immutable.
 *
 * @param author the worker in whose name it is sent
 * @param contentSid the SID of the content, {@code HX} and 32 hexadecimal digits
 * @param variables the values of the content's variables, as a JSON object of texts
 * @param attributes the attributes of the message, as a JSON object
 */
public record ContentMessage(WorkerIdentity author, String contentSid, String variables, String attributes) {

	/** Does not contain the variables. */
	@Override
	public String toString() {
		return "ContentMessage[" + this.contentSid + "]";
	}

}
