package io.frontlineservice.crm.salesforce;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes texts and conditions of SOQL. Whatever a worker or the app sends becomes a part
 * of a query only through {@link #literal} and {@link #pattern}. Called by
 * {@link CustomerQueries} and {@link SalesforceUsers}. Stateless.
 *
 * @see <a href=
 * "https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm">Quoted
 * string escape sequences</a>
 */
final class SoqlText {

	private SoqlText() {
	}

	/** Returns a text in quotes. */
	static String literal(String text) {
		return "'" + escaped(text, false) + "'";
	}

	/**
	 * Returns a pattern of LIKE in quotes.
	 * @param before the wildcard and blanks before the text
	 * @param text the text, in which wildcards are characters
	 */
	static String pattern(String before, String text) {
		return "'" + before + escaped(text, true) + "%'";
	}

	/** Returns the condition that a field is one of these texts. */
	static String in(String field, Collection<String> texts) {
		return field + texts.stream().map(SoqlText::literal).collect(Collectors.joining(", ", " IN (", ")"));
	}

	/** Returns the condition that all of these are true. */
	static String all(Collection<String> conditions) {
		return String.join(" AND ", conditions);
	}

	/** Returns the condition that one of these is true. */
	static String any(Collection<String> conditions) {
		return (conditions.size() == 1) ? conditions.iterator().next() : "(" + String.join(" OR ", conditions) + ")";
	}

	private static String escaped(String text, boolean inPattern) {
		StringBuilder escaped = new StringBuilder(text.length());
		text.codePoints().forEach((character) -> {
			if (character == '\'' || character == '\\' || (inPattern && (character == '%' || character == '_'))) {
				escaped.append('\\').appendCodePoint(character);
			}
			else if (Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE) {
				escaped.append(String.format(Locale.ROOT, "\\u%04X", character));
			}
			else {
				escaped.appendCodePoint(character);
			}
		});
		return escaped.toString();
	}

}
