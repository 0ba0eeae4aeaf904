package io.frontlineservice.diagnosis;

import java.util.Locale;

/** What came of examining something. Part of an {@link Observation}. */
public enum Outcome {

	/** It is as it should be. */
	HOLDS("ok"),

	/** It may be meant so, and is worth a look. */
	WARNING("??"),

	/** Something will not work until it is mended. */
	PROBLEM("!!"),

	/** Nobody could see how it is. */
	NOT_EXAMINED("--");

	private final String sign;

	Outcome(String sign) {
		this.sign = sign;
	}

	/** Two signs that stand before it in a report, and need no colour. */
	String sign() {
		return this.sign;
	}

	/** The name as JSON has it. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
