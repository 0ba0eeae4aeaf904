package io.frontlineservice.template;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/**
 * The legal forms of companies, from {@code legal-forms.properties} and
 * {@code more-legal-forms.properties}, and the rules for spellings that cannot be a name.
 * Used by {@link CompanyName}. Thread-safe.
 */
final class LegalForms {

	private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}&]+");

	/** A dot or slash between letters, as in S.p.A. and A/S; or an ampersand. */
	private static final Pattern MARKED = Pattern.compile("\\p{L}\\s*[./]\\s*\\p{L}|&");

	/** A capital after a small letter, as in GmbH. */
	private static final Pattern MIXED = Pattern.compile(".*\\p{Ll}\\p{Lu}.*");

	private static final Pattern WITHOUT_VOWEL = Pattern.compile("[a-z&&[^aeiouy]]+");

	private static final Pattern REMARK = Pattern.compile("(?<=\\S)\\s*\\(.*\\)$");

	private static final Set<String> SPELLINGS = read("legal-forms.properties", "more-legal-forms.properties");

	private static final Set<String> KEYS = new HashSet<>();

	/** The forms that the list spells like a word, such as Inc and vof. */
	private static final Set<String> WORDS = new HashSet<>();

	/**
	 * The forms in scripts without capitals, where names have no blanks between words.
	 */
	private static final List<String> UNCASED = SPELLINGS.stream().filter((it) -> !isCased(it)).toList();

	static {
		SPELLINGS.forEach((spelling) -> {
			String letters = letters(spelling);
			KEYS.add(key(letters));
			if (!isMarked(spelling) && isLower(letters.substring(1))) {
				WORDS.add(letters);
			}
		});
	}

	private LegalForms() {
	}

	/** All spellings in the lists. */
	static Set<String> spellings() {
		return SPELLINGS;
	}

	/**
	 * Whether these words at the end of a name are a legal form. A form of two letters
	 * with a vowel must be spelled as in the list, because most are also names.
	 */
	static boolean isAtEnd(String words) {
		String letters = letters(words);
		String key = key(letters);
		if (!KEYS.contains(key)) {
			return false;
		}
		if (isMarked(words) || SPELLINGS.contains(words)) {
			return true;
		}
		if (key.length() <= 2) {
			return WITHOUT_VOWEL.matcher(key).matches() && SPELLINGS.contains(letters.toUpperCase(Locale.ROOT));
		}
		return isUnmistakable(words) || isUpper(letters);
	}

	/**
	 * Whether this word is a legal form anywhere after a name. A form of three letters
	 * must not be spelled like a name, unless the list spells it so.
	 */
	static boolean isUnmistakable(String word) {
		String letters = letters(word);
		String key = key(letters);
		if (key.length() < 3 || !KEYS.contains(key)) {
			return false;
		}
		return key.length() > 3 || MIXED.matcher(letters).matches() || WITHOUT_VOWEL.matcher(key).matches()
				|| WORDS.contains(letters) || (isLower(letters) && WORDS.contains(StringUtils.capitalize(letters)));
	}

	/** Whether this word, the first of several, is a legal form. */
	static boolean isAtStart(String word, String others) {
		String letters = letters(word);
		if (!KEYS.contains(key(letters)) || isMarked(word) || !isUpper(letters)) {
			return false;
		}
		// If all words are in capitals, three Latin letters may also be a name.
		boolean isLatin = letters.charAt(0) <= 'z';
		return letters.length() > (isLatin && isUpper(letters(others)) ? 3 : 2);
	}

	/** Whether a name without blanks contains a legal form. */
	static boolean isWithin(String name) {
		return UNCASED.stream().anyMatch(name::contains);
	}

	private static String letters(String text) {
		return NOT_LETTERS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
	}

	private static String key(String letters) {
		return letters.toLowerCase(Locale.ROOT);
	}

	private static boolean isMarked(String text) {
		return MARKED.matcher(text).find();
	}

	private static boolean isUpper(String letters) {
		return letters.equals(letters.toUpperCase(Locale.ROOT)) && isCased(letters);
	}

	private static boolean isLower(String letters) {
		return letters.equals(letters.toLowerCase(Locale.ROOT)) && isCased(letters);
	}

	private static boolean isCased(String text) {
		return !text.toLowerCase(Locale.ROOT).equals(text.toUpperCase(Locale.ROOT));
	}

	private static Set<String> read(String... resources) {
		return Arrays.stream(resources)
			.flatMap((resource) -> WordLists.read(resource).values().stream())
			.flatMap(List::stream)
			.map((form) -> REMARK.matcher(form).replaceFirst(""))
			.collect(Collectors.toUnmodifiableSet());
	}

}
