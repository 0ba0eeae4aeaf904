package io.frontlineservice.crm.jdbc.own;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value that a query of the operator can use, written as its name after a colon. Used
 * by the classes of this package.
 */
enum Bind {

	/** The identities of the owners in lower case, as a list. */
	WORKERS,

	/** The sort name of the last customer of the page before. */
	AFTER_NAME,

	/** The id of that customer. */
	AFTER_ID,

	/** The most rows to return. */
	LIMIT,

	/** All words of a search. */
	WORDS,

	/** The words of a search, for PostgreSQL's {@code to_tsquery}. */
	TS_QUERY,

	/** The words of a search, for MariaDB's full text search in boolean mode. */
	BOOLEAN_QUERY,

	/** One word of a search. */
	WORD,

	/** The same as a LIKE pattern for texts that begin with it. */
	WORD_START,

	/** The same as a LIKE pattern for texts that contain it. */
	WORD_WITHIN,

	/** The digits of that word as a LIKE pattern for numbers that begin with them. */
	DIGITS_START,

	/** The same for numbers that contain them; null for a word with letters. */
	DIGITS_WITHIN,

	/** The id of a customer. */
	ID,

	/** A number in all its notations, or a user id of WhatsApp in both, as a list. */
	PHONES,

	/** An identity in Twilio Conversations. */
	CHAT;

	/** Returns the name without the colon. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it has another value for each word of a search. */
	boolean isOfWord() {
		return switch (this) {
			case WORD, WORD_START, WORD_WITHIN, DIGITS_START, DIGITS_WITHIN -> true;
			default -> false;
		};
	}

	/** Whether it has a value for words without letters only. */
	boolean isOfDigits() {
		return this == DIGITS_START || this == DIGITS_WITHIN;
	}

	static Optional<Bind> named(String name) {
		return Stream.of(values()).filter((it) -> it.key().equals(name)).findFirst();
	}

}
