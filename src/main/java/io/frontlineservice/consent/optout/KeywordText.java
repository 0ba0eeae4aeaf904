package io.frontlineservice.consent.optout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a message to the form in which it is compared with the keywords: letters and
 * digits in lower case, without accents. Called by {@link Keywords}. Thread-safe.
 */
final class KeywordText {

	/** A longer message is not a keyword, and is not worth the work. */
	private static final int LONGEST = 120;

	private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

	/**
	 * Everything else: blanks, punctuation, emoji, characters without width, and those
	 * that set the direction of text.
	 */
	private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Mc}\\p{Nd}]+");

	private KeywordText() {
	}

	/** Returns the form for comparison; empty if there are no letters, or too many. */
	static String of(@Nullable String text) {
		if (text == null || text.length() > LONGEST) {
			return "";
		}
		String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		// First to upper case, as ß becomes SS, and the Turkish dotless i becomes I.
		return OTHERS.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
	}

}
