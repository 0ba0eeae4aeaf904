package io.frontlineservice.consent.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text without differences of case, of compatible characters and of blanks, in which
 * words can be found. Immutable.
 *
 * @param value the text in the form NFKC_Casefold, which has no invisible characters;
 * words are separated by single blanks
 * @see <a href="https://www.unicode.org/reports/tr44/#NFKC_Casefold">NFKC_Casefold</a>
 */
record FoldedText(String value) {

	/** Their capital I is not that of i. */
	private static final Set<String> TURKIC = Set.of("tr", "az");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	/** Words are written without blanks between them. */
	private static final Set<Integer> SCRIPTS_WITHOUT_BLANKS = Set.of(UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA,
			UScript.BOPOMOFO, UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR, UScript.TIBETAN,
			UScript.JAVANESE, UScript.TAI_LE, UScript.NEW_TAI_LUE);

	private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u02BC]");

	/** Folds a text by the rules of a language. */
	static FoldedText of(String text, Locale language) {
		String cased = isTurkic(language) ? UCharacter.foldCase(text, UCharacter.FOLD_CASE_EXCLUDE_SPECIAL_I) : text;
		String folded = Normalizer2.getNFKCCasefoldInstance().normalize(cased);
		return new FoldedText(BLANKS.matcher(APOSTROPHES.matcher(folded).replaceAll("'")).replaceAll(" ").strip());
	}

	/** Returns whether texts of this language are folded differently from others. */
	static boolean isTurkic(Locale language) {
		return TURKIC.contains(language.getLanguage());
	}

	/**
	 * Returns whether these words are in the text, and not as parts of longer words. In
	 * scripts without blanks between words, a part is enough.
	 */
	boolean hasWords(FoldedText words) {
		String wanted = words.value;
		for (int at = this.value.indexOf(wanted); at >= 0; at = this.value.indexOf(wanted, at + 1)) {
			if (isBoundary(at) && isBoundary(at + wanted.length())) {
				return true;
			}
		}
		return false;
	}

	/** Returns whether no word goes on beyond this place. */
	private boolean isBoundary(int place) {
		if (place == 0 || place == this.value.length()) {
			return true;
		}
		int before = this.value.codePointBefore(place);
		int after = this.value.codePointAt(place);
		return !(isInWord(before) && (isInWord(after) || isApostropheInWord(place)))
				&& !(isInWord(after) && isApostropheInWord(place - 1));
	}

	/** As in {@code can't}, which does not contain the word {@code can}. */
	private boolean isApostropheInWord(int place) {
		return this.value.charAt(place) == '\'' && place > 0 && place + 1 < this.value.length()
				&& isInWord(this.value.codePointBefore(place)) && isInWord(this.value.codePointAt(place + 1));
	}

	private static boolean isInWord(int sign) {
		boolean isMark = switch (Character.getType(sign)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
		return (UCharacter.isLetterOrDigit(sign) || isMark || sign == '_')
				&& !SCRIPTS_WITHOUT_BLANKS.contains(UScript.getScript(sign));
	}

}
