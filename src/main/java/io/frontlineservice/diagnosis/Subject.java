package io.frontlineservice.diagnosis;

import java.util.Locale;

/**
 * What an {@link Examination} is about. In the order in which an operator mends what is
 * wrong: each builds upon those before it.
 */
public enum Subject {

	CONFIGURATION("configuration"),

	CREDENTIALS("credentials"),

	CLOCK("clock"),

	PUBLIC_URL("public URL"),

	WEBHOOKS("webhooks"),

	SENDERS("senders"),

	WORKERS("workers"),

	CRM("CRM"),

	TEMPLATES("templates");

	private final String heading;

	Subject(String heading) {
		this.heading = heading;
	}

	/** What stands above its observations in a report. */
	String heading() {
		return this.heading;
	}

	/** The name as JSON has it. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
