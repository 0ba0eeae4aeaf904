package io.frontlineservice.twilio.rest;

import java.util.Locale;

/** What Twilio is asked, as the metric names it. One for each method of the port. */
enum Call {

	CONVERSATION, PARTICIPANTS, DESCRIBE, DESCRIBE_PARTICIPANT, ADD_WORKER, CONVERSATIONS, STATUS, USER, DESCRIBE_USER;

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
