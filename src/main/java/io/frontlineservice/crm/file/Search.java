package io.frontlineservice.crm.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a worker looks for: each word must begin a word of name or company, or occur in an
 * e-mail address, or, as digits, in a phone number. Made of a query by
 * {@link FileCrmAdapter}. Immutable.
 *
 * @param words the words; a search without any finds nobody
 */
record Search(Set<Word> words) {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	static Search of(String query) {
		Set<Word> words = new LinkedHashSet<>();
		for (String part : BLANKS.split(SearchText.fold(query), -1)) {
			List<String> starts = SearchText.words(part);
			if (!starts.isEmpty()) {
				words.add(Word.of(part, starts));
			}
		}
		return new Search(words);
	}

	boolean findsNobody() {
		return this.words.isEmpty();
	}

	boolean matches(SearchTerms terms) {
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
	 * @param digits must occur in a phone number; null for a word with letters
	 */
	record Word(List<String> starts, String text, @Nullable String digits) {

		static Word of(String part, List<String> starts) {
			String last = starts.get(starts.size() - 1);
			String text = part.substring(part.indexOf(starts.get(0)), part.lastIndexOf(last) + last.length());
			return new Word(starts, text, digits(part));
		}

		private static @Nullable String digits(String part) {
			if (part.codePoints().anyMatch(Character::isLetter)) {
				return null;
			}
			StringBuilder digits = new StringBuilder();
			// +49 (0)30: the zero is dialled only where the country code is not.
			part.replace("(0)", "")
				.codePoints()
				.map((codePoint) -> Character.digit(codePoint, 10))
				.filter((digit) -> digit >= 0)
				.forEach(digits::append);
			return digits.isEmpty() ? null : digits.toString();
		}

		private boolean matches(SearchTerms terms) {
			return beginsWords(terms.words()) || terms.emails().contains(this.text)
					|| (this.digits != null && terms.digits().contains(this.digits));
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
