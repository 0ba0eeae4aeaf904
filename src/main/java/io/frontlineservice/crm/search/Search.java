package io.frontlineservice.crm.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A search of a worker. Each word must begin a word of the name or company, or occur in
 * an e-mail address or, as digits, in a phone number. Made from the query by adapters
 * that search themselves: they return the matches among {@link #names} first, and then
 * the others, both in the order of the list. Immutable.
 *
 * @param words the words; a search without words finds no customer
 * @param names the names that begin with the whole query
 */
public record Search(Set<Word> words, NameRange names) {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private static final Pattern TRUNK_ZERO = Pattern.compile("[(\\[]\\s*0\\s*[)\\]]");

	/** Returns whether the query searches for nothing, which is all customers. */
	public static boolean isForAll(String query) {
		return SearchText.fold(query).isBlank();
	}

	/** Returns the search of that query. */
	public static Search of(String query) {
		Set<Word> words = new LinkedHashSet<>();
		String folded = TRUNK_ZERO.matcher(SearchText.fold(query)).replaceAll(Word.TRUNK_ZERO);
		for (String part : BLANKS.split(folded, -1)) {
			List<String> starts = SearchText.words(part);
			if (!starts.isEmpty() && !part.equals(Word.TRUNK_ZERO)) {
				words.add(Word.of(part, starts));
			}
		}
		return new Search(words, NameRange.startingWith(query));
	}

	/** Returns whether it has no words, such as a search for a hyphen. */
	public boolean findsNoCustomer() {
		return this.words.isEmpty();
	}

	/** Returns whether a customer with these terms matches. */
	public boolean matches(SearchTerms terms) {
		for (Word word : this.words) {
			if (!word.matches(terms)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * One word of a search.
	 *
	 * @param starts each must begin a word of the customer; {@code o'brien} has two
	 * @param text must occur in an e-mail address
	 * @param digits of these one must occur in a phone number; none for a word with
	 * letters
	 */
	public record Word(List<String> starts, String text, List<String> digits) {

		/** Dialed only without the country code. */
		static final String TRUNK_ZERO = "(0)";

		static Word of(String part, List<String> starts) {
			String last = starts.get(starts.size() - 1);
			String text = part.substring(part.indexOf(starts.get(0)), part.lastIndexOf(last) + last.length());
			return new Word(starts, text, digits(part));
		}

		/** With and without the trunk zero: Italy's numbers keep theirs. */
		private static List<String> digits(String part) {
			if (part.codePoints().anyMatch(Character::isLetter)) {
				return List.of();
			}
			return Stream.of(part, part.replace(TRUNK_ZERO, ""))
				.map(Word::onlyDigits)
				.filter((digits) -> !digits.isEmpty())
				.distinct()
				.toList();
		}

		private static String onlyDigits(String part) {
			StringBuilder digits = new StringBuilder();
			part.codePoints()
				.map((codePoint) -> Character.digit(codePoint, 10))
				.filter((digit) -> digit >= 0)
				.forEach(digits::append);
			return digits.toString();
		}

		private boolean matches(SearchTerms terms) {
			return beginsWords(terms.words()) || terms.emails().contains(this.text) || occursInNumber(terms.digits());
		}

		private boolean occursInNumber(String numbers) {
			for (String typed : this.digits) {
				if (numbers.contains(typed)) {
					return true;
				}
			}
			return false;
		}

		private boolean beginsWords(String words) {
			for (String start : this.starts) {
				if (!beginsWord(words, start)) {
					return false;
				}
			}
			return true;
		}

		private static boolean beginsWord(String words, String start) {
			int found = words.indexOf(start, 1);
			while (found > 0) {
				if (words.charAt(found - 1) == ' ') {
					return true;
				}
				found = words.indexOf(start, found + 1);
			}
			return false;
		}

	}

}
