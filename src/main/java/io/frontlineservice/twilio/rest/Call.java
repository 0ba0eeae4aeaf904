package io.frontlineservice.twilio.rest;

import java.util.Locale;

/**
 * What Twilio is asked, as the metric names it. One for each method of the port, and one
 * for the account at the start.
 */
enum Call {

	CONVERSATION, PARTICIPANTS, DESCRIBE, DESCRIBE_PARTICIPANT, ADD_WORKER, CONVERSATIONS, STATUS, USER, DESCRIBE_USER,
	ACCOUNT;

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
