package io.frontlineservice.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of unknown origin fit to stand in one line of something else. Called for
 * what a file has about customers, and for the values in a message.
 */
public final class CleanText {

	private static final int LONGEST_LINE = 256;

	/**
	 * What would break the line, or what UTF-8 cannot write, with the blanks around it.
	 * Looked for from the first of these blanks only: from each would take a long row of
	 * them the square of its length.
	 */
	private static final Pattern LINE_BREAKS = Pattern
		.compile("(?<!\\s)\\s*[\\p{Cc}\\u2028\\u2029\\p{Cs}][\\s\\p{Cc}\\p{Cs}\\p{Z}]*");

	/** What would turn around the direction of the text behind it. */
	private static final Pattern DIRECTION_CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

	private CleanText() {
	}

	/**
	 * The text without what does not show at its ends: blanks of any kind, such as the
	 * non-breaking one, control characters, and characters without width.
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
	 * One line of at most 256 characters; null if nothing that shows is left.
	 */
	public static @Nullable String line(@Nullable String text) {
		String line = unbroken(text);
		if (line != null && line.length() > LONGEST_LINE && line.codePointCount(0, line.length()) > LONGEST_LINE) {
			return line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
		}
		return line;
	}

	/**
	 * One line, however long, without control characters and without those that change
	 * the direction of the text behind; null if nothing that shows is left.
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
