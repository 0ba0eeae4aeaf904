package io.frontlineservice.crm.dataverse;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes conditions of OData as Dataverse reads them. Whatever a worker or the app sends
 * becomes a part of a filter only through {@link #literal}, {@link #pattern} and
 * {@link #digits}. Called by {@link CustomerQueries}, {@link CustomerOwners} and
 * {@link DataverseUsers}. Stateless.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/filter-rows">Filter
 * rows using OData</a>
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/wildcard-characters">Wildcard
 * characters</a>
 */
final class ODataText {

	private static final int FIRST_NONCHARACTER = 0xFFFE;

	private static final String WILDCARD = "%";

	private ODataText() {
	}

	/** Returns a text in quotes, to compare with. */
	static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * Returns a text in quotes for {@code contains} and {@code startswith}, in which
	 * wildcards are characters: in brackets, as in T-SQL.
	 */
	static String pattern(String text) {
		return literal(text.replace("[", "[[]").replace("%", "[%]").replace("_", "[_]"));
	}

	/** Returns digits in quotes for {@code contains}, with anything between them. */
	static String digits(String digits) {
		return digits.chars().mapToObj(Character::toString).collect(Collectors.joining(WILDCARD, "'", "'"));
	}

	/**
	 * Returns whether a text can be compared: Dataverse translates queries to XML, which
	 * has no control characters and no half characters.
	 */
	static boolean canCompare(String text) {
		return text.codePoints()
			.noneMatch((it) -> Character.isISOControl(it) || Character.getType(it) == Character.SURROGATE
					|| (it & FIRST_NONCHARACTER) == FIRST_NONCHARACTER);
	}

	/** Returns the condition that all of these are true; empty if there are none. */
	static String all(Collection<String> conditions) {
		return String.join(" and ", conditions);
	}

	/** Returns the condition that one of these is true. */
	static String any(Collection<String> conditions) {
		return (conditions.size() == 1) ? conditions.iterator().next() : "(" + String.join(" or ", conditions) + ")";
	}

}
