package io.frontlineservice.crm.dataverse;

import java.util.regex.Pattern;

/**
 * The ids of rows: GUIDs, as the Web API writes them. Dataverse sorts them as SQL Server
 * does, by the last group first. Used by {@link DataverseCrm} and {@link CustomerPages}.
 *
 * @see <a href=
 * "https://learn.microsoft.com/sql/connect/ado-net/sql/compare-guid-uniqueidentifier-values">Comparing
 * GUID and uniqueidentifier values</a>
 */
final class RowId {

	/** A regular expression; only lower case, so that each row has one id. */
	static final String FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

	private static final Pattern PATTERN = Pattern.compile(FORM);

	private RowId() {
	}

	/** Returns whether a text is an id. */
	static boolean isId(String text) {
		return PATTERN.matcher(text).matches();
	}

	/** Returns whether an id is after another one in ascending order. */
	static boolean isAfter(String id, String other) {
		return sortKey(id).compareTo(sortKey(other)) > 0;
	}

	/** The last two groups as they are written, the others from their last byte on. */
	private static String sortKey(String id) {
		String[] groups = id.split("-", -1);
		return groups[4] + groups[3] + reversed(groups[2]) + reversed(groups[1]) + reversed(groups[0]);
	}

	private static String reversed(String bytes) {
		StringBuilder reversed = new StringBuilder();
		for (int i = bytes.length(); i > 0; i -= 2) {
			reversed.append(bytes, i - 2, i);
		}
		return reversed.toString();
	}

}
