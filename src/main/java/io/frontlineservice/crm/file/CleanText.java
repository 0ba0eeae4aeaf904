package io.frontlineservice.crm.file;

import org.jspecify.annotations.Nullable;

/**
 * Makes texts from a file fit for one line of a screen. Called by {@link CustomerMapper}.
 */
final class CleanText {

	private static final int LONGEST_LINE = 256;

	private CleanText() {
	}

	/**
	 * One line of at most 256 characters without control characters; null if nothing that
	 * shows is left.
	 */
	static @Nullable String line(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String line = withoutControls(text).strip();
		if (showsNothing(line)) {
			return null;
		}
		if (line.length() > LONGEST_LINE && line.codePointCount(0, line.length()) > LONGEST_LINE) {
			return line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
		}
		return line;
	}

	private static String withoutControls(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (breaksLine(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
				return replaced(text);
			}
		}
		return text;
	}

	private static String replaced(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().map((it) -> (breaksLine(it) || isHalf(it)) ? ' ' : it).forEach(clean::appendCodePoint);
		return clean.toString();
	}

	private static boolean breaksLine(int character) {
		return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
	}

	/** Half a character, which UTF-8 cannot write. */
	private static boolean isHalf(int codePoint) {
		return Character.getType(codePoint) == Character.SURROGATE;
	}

	private static boolean showsNothing(String line) {
		for (int i = 0; i < line.length(); i++) {
			int type = Character.getType(line.charAt(i));
			if (type != Character.SPACE_SEPARATOR && type != Character.FORMAT) {
				return false;
			}
		}
		return true;
	}

}
