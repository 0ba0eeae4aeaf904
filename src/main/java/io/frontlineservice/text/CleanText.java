package io.frontlineservice.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of unknown origin safe to show in one line. Called for customer data and for
 * the values in a message. Thread-safe.
 */
public final class CleanText {

	private static final int LONGEST_LINE = 256;

	/**
	 * Line breaks, control characters and unpaired surrogates, with the blanks around
	 * them. The lookbehind starts each match at the first blank, because trying every
	 * blank of a long run would take quadratic time.
	 */
	private static final Pattern LINE_BREAKS = Pattern
		.compile("(?<!\\s)\\s*[\\p{Cc}\\u2028\\u2029\\p{Cs}][\\s\\p{Cc}\\p{Cs}\\p{Z}]*");

	/** Characters that change the direction of the following text. */
	private static final Pattern DIRECTION_CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

	private CleanText() {
	}

	/**
	 * The text without invisible characters at its ends: blanks of any kind, control
	 * characters and characters without width.
	 */
	public static String trim(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && !isVisible(text.charAt(start))) {
			start++;
		}
		while (end > start && !isVisible(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isVisible(char character) {
		if (character > ' ' && character < '\u007F') {
			return true;
		}
		return !Character.isWhitespace(character) && !Character.isSpaceChar(character)
				&& !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT;
	}

	/**
	 * One line of at most 256 characters; null if nothing visible is left.
	 */
	public static @Nullable String line(@Nullable String text) {
		String line = unbroken(text);
		if (line != null && line.length() > LONGEST_LINE && line.codePointCount(0, line.length()) > LONGEST_LINE) {
			return line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
		}
		return line;
	}

	/**
	 * One line of any length, without control characters and without characters that
	 * change the direction of text; null if nothing visible is left.
	 */
	public static @Nullable String unbroken(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String line = (isHarmless(text) ? text : cleaned(text)).strip();
		return isInvisible(line) ? null : line;
	}

	private static boolean isHarmless(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (Character.isISOControl(character) || Character.isSurrogate(character)
					|| (character >= '\u2028' && character <= '\u2069')) {
				return false;
			}
		}
		return true;
	}

	private static String cleaned(String text) {
		return DIRECTION_CONTROLS.matcher(LINE_BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
	}

	private static boolean isInvisible(String line) {
		for (int i = 0; i < line.length(); i++) {
			int type = Character.getType(line.charAt(i));
			if (type != Character.SPACE_SEPARATOR && type != Character.FORMAT) {
				return false;
			}
		}
		return true;
	}

}
