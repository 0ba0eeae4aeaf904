package io.frontlineservice.crm.file;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one way in which texts are made comparable, for what is searched and for what is
 * searched for: without case and accents, cut into words. Called by {@link SearchTerms}
 * and {@link Search}. Thread-safe.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/transforms/general/">ICU
 * transforms: Latin-ASCII</a>
 */
final class SearchText {

	private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

	private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

	private SearchText() {
	}

	/** The text without case and accents: {@code Łukasz} is {@code lukasz}. */
	static String fold(String text) {
		if (isAscii(text)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String folded = UCharacter.foldCase(COMPATIBLE.normalize(text), true);
		return UCharacter.foldCase(LATIN_ASCII.transliterate(folded), true);
	}

	/** The words of a folded text: its runs of letters and digits. */
	static List<String> words(String folded) {
		List<String> words = new ArrayList<>(4);
		int start = -1;
		for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
			boolean inWord = belongsToWord(folded.codePointAt(i));
			if (inWord && start < 0) {
				start = i;
			}
			else if (!inWord && start >= 0) {
				words.add(folded.substring(start, i));
				start = -1;
			}
		}
		if (start >= 0) {
			words.add(folded.substring(start));
		}
		return words;
	}

	private static boolean belongsToWord(int codePoint) {
		if (Character.isLetterOrDigit(codePoint)) {
			return true;
		}
		int type = Character.getType(codePoint);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

	private static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 127) {
				return false;
			}
		}
		return true;
	}

}
