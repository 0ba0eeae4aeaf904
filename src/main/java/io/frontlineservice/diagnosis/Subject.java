package io.frontlineservice.diagnosis;

import java.util.Locale;

/**
 * What an {@link Examination} is about, in the order in which an operator fixes problems:
 * each subject depends on those before it.
 */
public enum Subject {

	CONFIGURATION("configuration"),

	CREDENTIALS("credentials"),

	CLOCK("clock"),

	PUBLIC_URL("public URL"),

	WEBHOOKS("webhooks"),

	SENDERS("senders"),

	WORKERS("workers"),

	ROUTING("routing"),

	CRM("CRM"),

	TEMPLATES("templates");

	private final String heading;

	Subject(String heading) {
		this.heading = heading;
	}

	/** The heading of its observations in a report. */
	String heading() {
		return this.heading;
	}

	/** The name in JSON. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
