package io.frontlineservice.sandbox.crm.salesforce;

import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * Reads a text in quotes with its escapes. A backslash before any other character is an
 * error, as in Salesforce. Called by {@link SoqlParser}. Stateless.
 */
final class SoqlText {

	private static final int UNICODE_DIGITS = 4;

	private static final int HEXADECIMAL = 16;

	private SoqlText() {
	}

	/** Returns the characters that the text stands for. */
	static String plain(String written) {
		StringBuilder plain = new StringBuilder();
		read(written, plain::appendCodePoint, (escaped) -> {
			throw illegal();
		});
		return plain.toString();
	}

	/** Returns the pattern that the text is for LIKE. Case does not matter. */
	static Pattern pattern(String written) {
		StringBuilder pattern = new StringBuilder();
		read(written, (character) -> {
			switch (character) {
				case '%' -> pattern.append(".*");
				case '_' -> pattern.append('.');
				default -> pattern.append(Pattern.quote(Character.toString(character)));
			}
		}, (escaped) -> pattern.append(Pattern.quote(Character.toString(escaped))));
		return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
	}

	/**
	 * Reads the characters.
	 * @param characters takes each character
	 * @param wildcards takes each escaped wildcard
	 */
	private static void read(String written, IntConsumer characters, IntConsumer wildcards) {
		for (int i = 0; i < written.length(); i++) {
			char character = written.charAt(i);
			if (character != '\\') {
				characters.accept(character);
				continue;
			}
			char escaped = written.charAt(++i);
			switch (escaped) {
				case 'n', 'N' -> characters.accept('\n');
				case 'r', 'R' -> characters.accept('\r');
				case 't', 'T' -> characters.accept('\t');
				case 'b', 'B' -> characters.accept('\b');
				case 'f', 'F' -> characters.accept('\f');
				case '"', '\'', '\\' -> characters.accept(escaped);
				case '%', '_' -> wildcards.accept(escaped);
				case 'u' -> {
					characters.accept(unicode(written, i + 1));
					i += UNICODE_DIGITS;
				}
				default -> throw illegal();
			}
		}
	}

	private static char unicode(String written, int start) {
		try {
			return (char) Integer.parseInt(written.substring(start, start + UNICODE_DIGITS), HEXADECIMAL);
		}
		catch (IndexOutOfBoundsException | NumberFormatException ex) {
			throw illegal();
		}
	}

	private static SalesforceError illegal() {
		return SalesforceError.malformedQuery("Invalid string literal. Illegal character sequence in string literal.");
	}

}
