package io.frontlineservice.crm.rest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name in braces in a configured request, in whose place a value is sent. Parsed by
 * {@link PlaceholderText}.
 */
enum Placeholder {

	/** The id of a customer. */
	ID,

	/** A number in E.164, or an identity. */
	ADDRESS,

	/** A number in E.164. */
	NUMBER,

	/** A number in E.164 without the plus sign. */
	DIGITS,

	/** A number without its country code. */
	NATIONAL,

	/** A number, or a user id of WhatsApp, in each of its usual notations: a list. */
	NUMBERS,

	/** The owners whose customers are wanted: a list; empty for the customers of all. */
	OWNERS,

	/** What the worker typed. */
	SEARCH,

	/** How many customers are wanted. */
	LIMIT,

	/** Where the page begins, as the page before it said; empty for the first page. */
	CURSOR,

	/** The number of the page. */
	PAGE,

	/** How many customers are before the page. */
	OFFSET;

	/** Those of which each says which address is wanted. */
	static final Set<Placeholder> OF_ADDRESS = EnumSet.of(ADDRESS, NUMBER, DIGITS, NATIONAL, NUMBERS);

	/**
	 * Those that consist of digits and a plus sign, so they can have text around them.
	 */
	private static final Set<Placeholder> DIGITS_ONLY = EnumSet.of(NUMBER, DIGITS, NATIONAL, LIMIT, PAGE, OFFSET);

	private static final Set<Placeholder> COUNTS = EnumSet.of(LIMIT, PAGE, OFFSET);

	static Optional<Placeholder> named(String name) {
		return Arrays.stream(values()).filter((it) -> it.key().equals(name)).findFirst();
	}

	/** Returns the name between the braces. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether its values cannot change the meaning of text around them. */
	boolean hasOnlyDigits() {
		return DIGITS_ONLY.contains(this);
	}

	/** Whether it is a number in JSON. */
	boolean isCount() {
		return COUNTS.contains(this);
	}

	boolean isList() {
		return this == OWNERS || this == NUMBERS;
	}

	static String list(Set<Placeholder> placeholders) {
		return placeholders.stream().map((it) -> "{" + it.key() + "}").collect(Collectors.joining(", "));
	}

}
