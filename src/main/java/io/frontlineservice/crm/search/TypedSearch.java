package io.frontlineservice.crm.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a worker typed to find customers: a number, or words that must all occur. Made by
 * adapters that write a search as a condition of a query. Immutable.
 *
 * @param words the words; none if it is a number
 * @param digits the digits of the number without the zeros at its start, or those after a
 * trunk zero in brackets; empty for words
 */
public record TypedSearch(List<String> words, String digits) {

	/** A longer text is not a name, and would make the query longer than a URL can be. */
	private static final int LONGEST = 100;

	/** Fewer digits occur in most numbers. */
	private static final int FEWEST_DIGITS = 6;

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern NUMBER = Pattern.compile("[+0-9()\\[\\]./\\-\\s\\p{Z}]+");

	/**
	 * The zero of national numbers and what precedes it. Italy's numbers keep the zero
	 * after the country code, others do not; the digits after it are the same.
	 */
	private static final Pattern UP_TO_TRUNK_ZERO = Pattern.compile("^.*[(\\[]\\s*0\\s*[)\\]]");

	private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");

	private static final Pattern ZEROS = Pattern.compile("^0+");

	/** Returns the search of that text; empty if it is too long to find a customer. */
	public static Optional<TypedSearch> of(String text) {
		String trimmed = text.strip();
		if (trimmed.length() > LONGEST) {
			return Optional.empty();
		}
		String end = UP_TO_TRUNK_ZERO.matcher(trimmed).replaceFirst("");
		String digits = ZEROS.matcher(NOT_DIGITS.matcher(end).replaceAll("")).replaceAll("");
		if (NUMBER.matcher(trimmed).matches() && digits.length() >= FEWEST_DIGITS) {
			return Optional.of(new TypedSearch(List.of(), digits));
		}
		List<String> words = Stream.of(BLANKS.split(trimmed)).filter((word) -> !word.isEmpty()).distinct().toList();
		return Optional.of(new TypedSearch(words, ""));
	}

	/** Returns whether it searches for nothing, which is all customers. */
	public boolean isForAll() {
		return this.words.isEmpty() && this.digits.isEmpty();
	}

}
