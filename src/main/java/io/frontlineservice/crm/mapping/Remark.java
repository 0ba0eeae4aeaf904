package io.frontlineservice.crm.mapping;

/**
 * What was left out of a record that can still be used, and why. Made by
 * {@link CustomerMapper}. Immutable.
 *
 * @param kind what it is about
 * @param text what is wrong, in words that never quote a value
 */
public record Remark(Kind kind, String text) {

	/** What a remark is about. */
	public enum Kind {

		/** The customer has no owner. */
		NO_WORKER,

		/** A number or chat identity cannot be used. */
		UNUSABLE_ADDRESS,

		/** Anything else. */
		OTHER

	}

}
