package io.frontlineservice.template;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells the name of a company by its legal form. Called by {@link PersonName}.
 * <p>
 * Many legal forms are names of people as well: Sas, Se, Ag, Co. So a form counts where
 * it stands behind a name, and is spelled in a way in which a name is not: with dots or a
 * slash between its letters, in capitals, or as a word that is nothing else.
 */
final class CompanyName {

	/** What a name may go on behind: Oak &amp; Ash, Inc. (London). */
	private static final Pattern BREAK = Pattern.compile("[,;|()\\[\\]\\u2013\\u2014]|\\s-\\s");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	/** Of how many words a legal form is at most: S. de R. L. */
	private static final int MOST_WORDS = 4;

	private CompanyName() {
	}

	/**
	 * Whether this is the name of a company.
	 * @param title tells the titles of people, which are not what a form stands behind
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

	/** Whether the words from that one on are a form at the end of their part. */
	private static boolean isEndOf(List<String> words, int from) {
		return from > 0 && words.size() - from <= MOST_WORDS
				&& LegalForms.isAtEnd(String.join(" ", words.subList(from, words.size())));
	}

	/** In a part of its own only one with dots: Acme, S.L.; SE might be a country. */
	private static boolean isFormAlone(List<String> words) {
		String all = String.join(" ", words);
		return words.size() <= MOST_WORDS && all.indexOf('.') >= 0 && all.indexOf('.') < all.length() - 1
				&& LegalForms.isAtEnd(all);
	}

	private static boolean isBeforeName(List<String> words) {
		return words.size() > 1 && LegalForms.isAtStart(words.get(0), String.join("", words.subList(1, words.size())));
	}

}
