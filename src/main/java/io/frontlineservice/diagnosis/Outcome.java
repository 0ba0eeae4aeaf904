package io.frontlineservice.diagnosis;

import java.util.Locale;

/** How an examination ended. Part of an {@link Observation}. */
public enum Outcome {

	/** It works. */
	HOLDS("ok"),

	/** It may be intended, and is worth a look. */
	WARNING("??"),

	/** Something does not work until the operator fixes it. */
	PROBLEM("!!"),

	/** It could not be examined. */
	NOT_EXAMINED("--");

	private final String sign;

	Outcome(String sign) {
		this.sign = sign;
	}

	/** The two characters before an observation in the text of a report. */
	String sign() {
		return this.sign;
	}

	/** The name in JSON. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
