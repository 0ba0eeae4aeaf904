package io.frontlineservice.sandbox.crm.dataverse;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares values as Dataverse's database does: texts without case, accents and blanks at
 * the end, patterns with the wildcards of T-SQL, and GUIDs by their last group first.
 * Used by {@link FilterParser} and {@link QueryRun}. Stateless.
 */
final class SqlText {

	/** Letters without marks are below. */
	private static final int FIRST_MARK = 128;

	private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

	private SqlText() {
	}

	/** Returns a text that compares as this one does. */
	static String comparable(String text) {
		return withoutMarks(text).toUpperCase(Locale.ROOT).stripTrailing();
	}

	private static String withoutMarks(String text) {
		return text.chars().allMatch((it) -> it < FIRST_MARK) ? text
				: MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
	}

	/** Returns a GUID as a text that sorts as this one does. */
	static String sortable(String guid) {
		String[] groups = guid.split("-", -1);
		return groups[4] + groups[3] + bytesReversed(groups[2]) + bytesReversed(groups[1]) + bytesReversed(groups[0]);
	}

	private static String bytesReversed(String hex) {
		StringBuilder reversed = new StringBuilder();
		for (int i = 0; i < hex.length(); i += 2) {
			reversed.insert(0, hex.substring(i, i + 2));
		}
		return reversed.toString();
	}

	/** Returns what a pattern of LIKE matches, in texts that are comparable. */
	static Pattern like(String pattern) {
		String text = withoutMarks(pattern).toUpperCase(Locale.ROOT);
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			String character = Character.toString(text.codePointAt(i));
			int end = text.indexOf(']', i + 2);
			if (character.equals("[") && end > 0) {
				regex.append(set(text.substring(i + 1, end)));
				i = end;
			}
			else {
				regex.append(switch (character) {
					case "%" -> ".*";
					case "_" -> ".";
					// A bracket that nothing closes matches nothing.
					case "[" -> "(?!)";
					default -> Pattern.quote(character);
				});
			}
		}
		return Pattern.compile(regex.toString(), Pattern.DOTALL);
	}

	/** Wildcards in brackets are characters. */
	private static String set(String characters) {
		boolean not = characters.startsWith("^");
		StringBuilder set = new StringBuilder(not ? "[^" : "[");
		for (char character : characters.substring(not ? 1 : 0).toCharArray()) {
			set.append((character == '-' || Character.isLetterOrDigit(character)) ? "" : "\\").append(character);
		}
		return set.append(']').toString();
	}

}
