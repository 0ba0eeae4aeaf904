package io.frontlineservice.conversation.gateway;

import io.frontlineservice.work.GiveUpException;

/**
 * Twilio will never do what it was asked. Thrown by {@link ConversationsGateway}; the job
 * that asked becomes a dead letter. The message names Twilio's error code and never
 * quotes Twilio.
 */
public class TwilioRefusedException extends GiveUpException {

	private final int code;

	/**
	 * Makes one.
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
