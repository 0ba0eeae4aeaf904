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
	 * One line of at most 256 characters without control characters; null if nothing is
	 * left.
	 */
	static @Nullable String line(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String line = withoutControls(text).strip();
		if (line.isEmpty()) {
			return null;
		}
		if (line.length() > LONGEST_LINE && line.codePointCount(0, line.length()) > LONGEST_LINE) {
			return line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
		}
		return line;
	}

	private static String withoutControls(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (breaksLine(text.charAt(i))) {
				return replaced(text);
			}
		}
		return text;
	}

	private static String replaced(String text) {
		StringBuilder clean = new StringBuilder(text);
		for (int i = 0; i < clean.length(); i++) {
			if (breaksLine(clean.charAt(i))) {
				clean.setCharAt(i, ' ');
			}
		}
		return clean.toString();
	}

	private static boolean breaksLine(char character) {
		return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
	}

}
