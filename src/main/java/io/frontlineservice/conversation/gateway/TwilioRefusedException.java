package io.frontlineservice.conversation.gateway;

import io.frontlineservice.work.GiveUpException;

/**
 * Twilio refuses a call, and a retry would not help. Thrown by
 * {@link ConversationsGateway}; the job becomes a dead letter. The message contains
 * Twilio's error code, but no text of Twilio.
 */
public class TwilioRefusedException extends GiveUpException {

	private final int code;

	/**
	 * Creates the exception.
	 * @param code Twilio's error code
	 */
	public TwilioRefusedException(String reason, int code) {
		super(reason);
		this.code = code;
	}

	/** Twilio's error code. */
	public int code() {
		return this.code;
	}

}
