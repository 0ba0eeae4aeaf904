package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the ends of quoted texts, quoted names and comments in a query. Used by
 * {@link SqlLexer}. Immutable.
 */
final class SqlQuotes {

	private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z0-9_]*)?\\$");

	private final String sql;

	private final boolean mariaDb;

	private final boolean postgres;

	SqlQuotes(String sql, DatabaseProduct product) {
		this.sql = sql;
		this.mariaDb = product == DatabaseProduct.MARIADB;
		this.postgres = product == DatabaseProduct.POSTGRESQL;
	}

	/**
	 * Returns where the quoted text or comment ends that starts at a position; the
	 * position itself if none does.
	 * @throws BadQueryException if it has no end
	 */
	int end(int start) {
		return switch (this.sql.charAt(start)) {
			case '\'' -> quotedEnd(start, this.mariaDb || isEscapeString(start));
			case '"' -> quotedEnd(start, this.mariaDb);
			case '`' -> quotedEnd(start, false);
			case '$' -> this.postgres ? dollarQuotedEnd(start) : start;
			case '-' -> startsLineComment(start) ? lineEnd(start) : start;
			case '#' -> this.mariaDb ? lineEnd(start) : start;
			case '/' -> this.sql.startsWith("/*", start) ? commentEnd(start) : start;
			default -> start;
		};
	}

	/** PostgreSQL reads backslashes in {@code E'...'} only. */
	private boolean isEscapeString(int start) {
		return start > 0 && Character.toLowerCase(this.sql.charAt(start - 1)) == 'e'
				&& (start == 1 || !Character.isLetterOrDigit(this.sql.charAt(start - 2)));
	}

	/** A doubled quote ends one text and starts the next, which comes to the same. */
	private int quotedEnd(int start, boolean escapes) {
		char quote = this.sql.charAt(start);
		for (int i = start + 1; i < this.sql.length(); i++) {
			char character = this.sql.charAt(i);
			if (escapes && character == '\\') {
				i++;
			}
			else if (character == quote) {
				return i + 1;
			}
		}
		throw new BadQueryException("has a quote without an end in line " + SqlLexer.line(this.sql, start));
	}

	private int dollarQuotedEnd(int start) {
		Matcher quote = DOLLAR_QUOTE.matcher(this.sql).region(start, this.sql.length());
		if (!quote.lookingAt()) {
			return start;
		}
		int end = this.sql.indexOf(quote.group(), quote.end());
		if (end < 0) {
			throw new BadQueryException("has a quote without an end in line " + SqlLexer.line(this.sql, start));
		}
		return end + quote.group().length();
	}

	private boolean startsLineComment(int start) {
		return this.sql.startsWith("--", start) && (!this.mariaDb || start + 2 == this.sql.length()
				|| Character.isWhitespace(this.sql.charAt(start + 2)));
	}

	private int lineEnd(int start) {
		int end = this.sql.indexOf('\n', start);
		return (end < 0) ? this.sql.length() : end + 1;
	}

	/** Comments of PostgreSQL can have comments inside. */
	private int commentEnd(int start) {
		int depth = 1;
		for (int i = start + 2; i < this.sql.length(); i++) {
			if (this.sql.startsWith("*/", i)) {
				depth--;
				i++;
				if (depth == 0) {
					return i + 1;
				}
			}
			else if (this.postgres && this.sql.startsWith("/*", i)) {
				depth++;
				i++;
			}
		}
		throw new BadQueryException("has a comment without an end in line " + SqlLexer.line(this.sql, start));
	}

}
