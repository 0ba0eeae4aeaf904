package io.frontlineservice.twilio.rest;

import java.util.Locale;

/**
 * The calls of Twilio's REST API by the names that the metric uses: one for each method
 * of the ports, and one that compares the accounts at the start.
 */
enum Call {

	CONVERSATION(false), PARTICIPANTS(false), DESCRIBE(true), DESCRIBE_PARTICIPANT(true), ADD_WORKER(true),
	CONVERSATIONS(false), STATUS(false), USER(false), DESCRIBE_USER(true), MESSAGE(false), MESSAGES(false),
	SEND_CONTENT(true), CONTENTS(false), CONSENTS(true), ACCOUNT(false);

	private final boolean writes;

	Call(boolean writes) {
		this.writes = writes;
	}

	/** Returns whether the call changes something in the account. */
	boolean writes() {
		return this.writes;
	}

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
