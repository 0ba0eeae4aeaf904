package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;

/**
 * A call was not made, because it could change another account. It says nothing about
 * whether Twilio answers. Thrown by {@link AccountComparison}.
 */
final class CallNotMadeException extends TwilioUnavailableException {

	private static final long serialVersionUID = 1L;

	CallNotMadeException(String reason) {
		super(reason, null);
	}

}
