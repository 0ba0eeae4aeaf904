package io.frontlineservice.crm.airtable;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Writes formulas. Whatever a worker or the app sends becomes a part of a formula only
 * through {@link #literal}, and a name of the configuration only through {@link #text}.
 * Called by {@link CustomerFormulas}. Stateless.
 *
 * @see <a href="https://support.airtable.com/docs/formula-field-reference">Formula field
 * reference</a>
 */
final class FormulaText {

	/** What separates owners in a text, with the blanks around it. */
	private static final String SEPARATORS = " *[;|,\n\r]+ *";

	private static final String SEPARATOR = ";";

	private FormulaText() {
	}

	/** Returns a text in quotes. A character that no text has becomes a blank. */
	static String literal(String text) {
		StringBuilder quoted = new StringBuilder("'");
		text.codePoints().forEach((character) -> {
			switch (character) {
				case '\'', '\\' -> quoted.append('\\').appendCodePoint(character);
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> quoted.appendCodePoint(isCharacter(character) ? character : ' ');
			}
		});
		return quoted.append('\'').toString();
	}

	private static boolean isCharacter(int codePoint) {
		return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
	}

	/** Returns the value of a field as text: empty if it has none, also for numbers. */
	static String text(String field) {
		return "{" + field.replace("}", "\\}") + "}&''";
	}

	/** Returns the digits of a field, whatever is between them. */
	static String digits(String field) {
		return "REGEX_REPLACE(" + text(field) + ",'[^0-9]+','')";
	}

	/** Returns whether a field contains this text, in any case. */
	static String contains(String field, String text) {
		return find(text.toLowerCase(Locale.ROOT), lower(field));
	}

	/** Returns whether a word of a field begins with this text, in any case. */
	static String hasWord(String field, String start) {
		return find(" " + start.toLowerCase(Locale.ROOT), "' '&" + lower(field));
	}

	/** Returns whether a field contains these digits, whatever is between them. */
	static String hasDigits(String field, String digits) {
		return find(digits, digits(field));
	}

	/** Returns whether a field contains this text exactly. */
	static String hasExactly(String field, String text) {
		return find(text, text(field));
	}

	/**
	 * Returns whether one of these, in lower case, is an element of the list in a field.
	 */
	static String isListed(String field, Collection<String> texts) {
		String list = "';'&REGEX_REPLACE(TRIM(" + lower(field) + ")," + literal(SEPARATORS) + ",';')&';'";
		return any(texts.stream()
			.map((text) -> find(SEPARATOR + text.replaceAll(SEPARATORS, SEPARATOR) + SEPARATOR, list))
			.toList());
	}

	static String isEmpty(String field) {
		return text(field) + "=''";
	}

	static String all(List<String> conditions) {
		return (conditions.size() == 1) ? conditions.get(0) : "AND(" + String.join(",", conditions) + ")";
	}

	static String any(List<String> conditions) {
		return (conditions.size() == 1) ? conditions.get(0) : "OR(" + String.join(",", conditions) + ")";
	}

	private static String lower(String field) {
		return "LOWER(" + text(field) + ")";
	}

	/** Zero, which is false, if the text does not occur. */
	private static String find(String text, String expression) {
		return "FIND(" + literal(text) + "," + expression + ")";
	}

}
