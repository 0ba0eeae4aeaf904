package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.diagnosis.Observation;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a query that the server refuses, and in which line. The message
 * of the driver may quote data, so nothing of it is repeated but a position, or a name
 * that the query itself has. Called by {@link QueryCheck}. Thread-safe.
 */
final class SqlErrorText {

	/** How PostgreSQL's driver ends a message, in each of its languages. */
	private static final Pattern POSITION = Pattern.compile("(?m)^\\s*[\\p{L} ]+:\\s*([0-9]{1,7})$");

	private static final Pattern LINE = Pattern.compile(" at line ([0-9]{1,6})$");

	private static final Pattern QUOTED = Pattern.compile("'([^']{1,100})'");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.\"`]+|[^\\s\\p{L}\\p{N}_]{1,3}");

	private static final String OTHER_FIX = "run the query in a SQL client, with values in place of its binds";

	private SqlErrorText() {
	}

	static Observation problem(QueryKind kind, BoundQuery query, SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		String[] words = words(state, failure.getErrorCode());
		return Observation
			.problem(kind.setting() + " " + words[0] + place(query, failure) + " (SQLSTATE " + state + ")", words[1]);
	}

	private static String[] words(String state, int code) {
		String byCode = switch (code) {
			case 1054 -> "42703";
			case 1146 -> "42P01";
			case 1064 -> "42601";
			case 1052 -> "42702";
			case 1055 -> "42803";
			case 1142, 1143, 1370, 1044 -> "42501";
			case 1305, 1128, 1630 -> "42883";
			case 1792 -> "25006";
			default -> state;
		};
		return switch (byCode) {
			case "42601" -> text("is not correct SQL", OTHER_FIX);
			case "42703" -> text("names a column that does not exist", "compare the query with your tables");
			case "42702" -> text("names a column that several tables have", "write the table before the column");
			case "42P01", "3F000" -> text("names a table that does not exist or is in another schema",
					"write the schema before the table, and check the database in frontline.crm.jdbc.url");
			case "42501" -> text("reads what the user may not read",
					"grant select on its tables to the user in frontline.crm.jdbc.username");
			case "42803" -> text("selects a column that it does not group by", OTHER_FIX);
			case "42883" -> text("uses a function or an operator that does not exist for values of these types",
					"if it compares a number with a text, cast the column: cast(phone as text)");
			case "42P18" -> text("has a bind of which the type is not clear", "cast it: cast(:words as text)");
			case "42804", "42846", "22P02", "22003", "22007", "22008", "22018" ->
				text("compares or combines values of different types", "cast the column: cast(phone as text)");
			case "25006" -> text("writes", "queries may only read: write a select");
			default -> text("is refused by the server", OTHER_FIX);
		};
	}

	private static String[] text(String seen, String fix) {
		return new String[] { seen, fix };
	}

	private static String place(BoundQuery query, SQLException failure) {
		String message = String.valueOf(failure.getMessage());
		Matcher position = POSITION.matcher(message);
		if (position.find()) {
			int offset = query.sourceOffset(Integer.parseInt(position.group(1)));
			return " in line " + SqlLexer.line(query.source(), offset) + near(query.source(), offset);
		}
		Matcher line = LINE.matcher(message);
		if (line.find()) {
			return " in line " + query.sourceLine(Integer.parseInt(line.group(1)));
		}
		String name = nameIn(query.source(), message);
		return (name != null) ? ": " + name : "";
	}

	private static String near(String source, int offset) {
		Matcher word = WORD.matcher(source).region(Math.min(offset, source.length()), source.length());
		return word.lookingAt() ? ", at " + word.group() : "";
	}

	/** A quoted name of the message that is a word of the query. */
	private static @Nullable String nameIn(String source, String message) {
		Matcher quoted = QUOTED.matcher(message);
		while (quoted.find()) {
			String name = quoted.group(1);
			String last = name.substring(name.lastIndexOf('.') + 1);
			if (!last.isBlank()
					&& Pattern.compile("(?i)(?<![\\w'])" + Pattern.quote(last) + "(?![\\w'])").matcher(source).find()) {
				return last;
			}
		}
		return null;
	}

}
