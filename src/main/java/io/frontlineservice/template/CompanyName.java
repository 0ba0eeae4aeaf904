package io.frontlineservice.template;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognizes the name of a company by its legal form. Called by {@link PersonName}.
 * <p>
 * Many legal forms are also names of people: Sas, Se, Ag, Co. A legal form therefore
 * counts only after a name, and only if it is not spelled like a name: with dots or a
 * slash between its letters, in capitals, or as a word that has no other meaning.
 */
final class CompanyName {

	/** Separators within a name: Oak &amp; Ash, Inc. (London). */
	private static final Pattern BREAK = Pattern.compile("[,;|()\\[\\]\\u2013\\u2014]|\\s-\\s");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	/** The most words in a legal form: S. de R. L. */
	private static final int MOST_WORDS = 4;

	private CompanyName() {
	}

	/**
	 * Whether this is the name of a company.
	 * @param title recognizes titles of people, which do not count as a name before the
	 * legal form
	 */
	static boolean matches(String name, Predicate<String> title) {
		if (LegalForms.isWithin(name)) {
			return true;
		}
		boolean named = false;
		for (String part : BREAK.splitAsStream(name).toList()) {
			List<String> words = BLANKS.splitAsStream(part).filter((word) -> !word.isEmpty()).toList();
			if (named ? isFormAlone(words) : isBeforeName(words)) {
				return true;
			}
			for (int i = 0; i < words.size(); i++) {
				if (named && (LegalForms.isUnmistakable(words.get(i)) || isEndOf(words, i))) {
					return true;
				}
				named |= !title.test(words.get(i));
			}
		}
		return false;
	}

	/** Whether the words from this index on are a legal form at the end of their part. */
	private static boolean isEndOf(List<String> words, int from) {
		return from > 0 && words.size() - from <= MOST_WORDS
				&& LegalForms.isAtEnd(String.join(" ", words.subList(from, words.size())));
	}

	/**
	 * In a part of its own a legal form needs dots: Acme, S.L.; SE could be a country.
	 */
	private static boolean isFormAlone(List<String> words) {
		String all = String.join(" ", words);
		return words.size() <= MOST_WORDS && all.indexOf('.') >= 0 && all.indexOf('.') < all.length() - 1
				&& LegalForms.isAtEnd(all);
	}

	private static boolean isBeforeName(List<String> words) {
		return words.size() > 1 && LegalForms.isAtStart(words.get(0), String.join("", words.subList(1, words.size())));
	}

}
