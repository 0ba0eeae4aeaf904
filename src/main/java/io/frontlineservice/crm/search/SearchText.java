package io.frontlineservice.crm.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes texts comparable, both the searched ones and the words to search for: without
 * case and accents, cut into words. Called by {@link SearchTerms} and {@link Search}.
 * Thread-safe.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/transforms/general/">ICU
 * transforms: Latin-ASCII</a>
 */
final class SearchText {

	private SearchText() {
	}

	/** The text without case and accents: {@code Łukasz} is {@code lukasz}. */
	static String fold(String text) {
		if (isAscii(text)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String folded = Latin.ASCII.transliterate(Latin.COMPATIBLE.normalize(text));
		return UCharacter.foldCase(isAscii(folded) ? folded : Marks.NONE.transliterate(folded), true);
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

	/** Loaded for the first text that is not ASCII, because that takes a while. */
	private static final class Latin {

		static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();

		static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

	}

	/** Loaded for the first text that is not Latin. */
	private static final class Marks {

		/**
		 * Removes marks that Latin-ASCII keeps, of scripts that are also written without
		 * them. A Cyrillic breve makes another letter, and Indic and Thai marks are
		 * vowels: these stay. Some Arabic letters are often written in place of others.
		 */
		static final Transliterator NONE = Transliterator.createFromRules("Search",
				"""
						:: NFD ;
						[:Script=Cyrillic:] { \\u0306 > \\u0306 ;
						[[[:Mn:] & [[:Script=Inherited:][:Script=Cyrillic:][:Script=Arabic:][:Script=Hebrew:]]] - [\\u3099\\u309A]] > ;
						\\u0640 > ;
						\\u0671 > \\u0627 ;
						[\\u0649 \\u06CC] > \\u064A ;
						\\u06A9 > \\u0643 ;
						\\u0629 > \\u0647 ;
						:: NFC ;
						""",
				Transliterator.FORWARD);

	}

}
