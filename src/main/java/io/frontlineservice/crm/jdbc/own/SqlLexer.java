package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a query into its text, its binds and its double brackets. Quoted texts, quoted
 * names and comments are text, whatever they contain; so are casts, array subscripts and
 * slices. Used once by {@link QueryTemplate}. Not thread-safe.
 */
final class SqlLexer {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z0-9_]*)?\\$");

	private static final Pattern ARRAY = Pattern.compile("(?i).*\\barray", Pattern.DOTALL);

	private final String sql;

	private final boolean mariaDb;

	private final boolean postgres;

	private final List<Token> tokens = new ArrayList<>();

	private int position;

	private int textStart;

	/** How many single brackets are open: of an array, or of a quoted name. */
	private int singleBrackets;

	private SqlLexer(String sql, DatabaseProduct product) {
		this.sql = sql;
		this.mariaDb = product == DatabaseProduct.MARIADB;
		this.postgres = product == DatabaseProduct.POSTGRESQL;
	}

	/**
	 * Returns the tokens of a query.
	 * @throws BadQueryException if a quote or a comment has no end
	 */
	static List<Token> tokens(String sql, DatabaseProduct product) {
		return new SqlLexer(sql, product).read();
	}

	private List<Token> read() {
		while (this.position < this.sql.length()) {
			if (!skipQuotedOrComment()) {
				readCharacter();
			}
		}
		endText(this.position);
		return this.tokens;
	}

	private void readCharacter() {
		char character = this.sql.charAt(this.position);
		switch (character) {
			case '[' -> openBracket();
			case ']' -> closeBracket();
			case ':' -> colon();
			case '?' -> add(TokenType.QUESTION_MARK, 1);
			case ';' -> add(TokenType.SEMICOLON, 1);
			default -> this.position++;
		}
	}

	private void openBracket() {
		boolean opensPart = this.singleBrackets == 0 && at("[[")
				&& !ARRAY.matcher(this.sql.substring(0, this.position)).matches();
		if (opensPart) {
			add(TokenType.OPEN, 2);
		}
		else {
			this.singleBrackets++;
			this.position++;
		}
	}

	private void closeBracket() {
		if (this.singleBrackets == 0 && at("]]")) {
			add(TokenType.CLOSE, 2);
		}
		else {
			this.singleBrackets = Math.max(0, this.singleBrackets - 1);
			this.position++;
		}
	}

	private void colon() {
		Matcher name = NAME.matcher(this.sql).region(this.position + 1, this.sql.length());
		if (at("::")) {
			this.position += 2;
		}
		else if (!followsValue() && name.lookingAt()) {
			add(TokenType.BIND, name.end() - this.position);
		}
		else {
			this.position++;
		}
	}

	/** As the colon in the slice {@code a[1:n]}. */
	private boolean followsValue() {
		char before = (this.position > 0) ? this.sql.charAt(this.position - 1) : ' ';
		return Character.isLetterOrDigit(before) || "_)\"'`".indexOf(before) >= 0
				|| (before == ']' && this.singleBrackets > 0);
	}

	private boolean skipQuotedOrComment() {
		char character = this.sql.charAt(this.position);
		switch (character) {
			case '\'' -> skipQuoted('\'', this.mariaDb || isEscapeString());
			case '"' -> skipQuoted('"', this.mariaDb);
			case '`' -> skipQuoted('`', false);
			case '$' -> {
				return this.postgres && skipDollarQuoted();
			}
			case '-' -> {
				return startsLineComment() && skipTo("\n", false);
			}
			case '#' -> {
				return this.mariaDb && skipTo("\n", false);
			}
			case '/' -> {
				return at("/*") && skipBlockComment();
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	/** PostgreSQL reads backslashes in {@code E'...'} only. */
	private boolean isEscapeString() {
		return this.position > 0 && Character.toLowerCase(this.sql.charAt(this.position - 1)) == 'e'
				&& (this.position == 1 || !Character.isLetterOrDigit(this.sql.charAt(this.position - 2)));
	}

	private void skipQuoted(char quote, boolean escapes) {
		int start = this.position++;
		while (this.position < this.sql.length()) {
			char character = this.sql.charAt(this.position++);
			if (escapes && character == '\\') {
				this.position++;
			}
			else if (character == quote) {
				// A doubled quote starts the next quoted text, which is skipped too.
				return;
			}
		}
		throw new BadQueryException("has a quote without an end in line " + line(start));
	}

	private boolean skipDollarQuoted() {
		Matcher quote = DOLLAR_QUOTE.matcher(this.sql).region(this.position, this.sql.length());
		if (!quote.lookingAt()) {
			return false;
		}
		this.position = quote.end();
		return skipTo(quote.group(), true);
	}

	private boolean startsLineComment() {
		return at("--") && (!this.mariaDb || this.position + 2 == this.sql.length()
				|| Character.isWhitespace(this.sql.charAt(this.position + 2)));
	}

	private boolean skipBlockComment() {
		int start = this.position;
		int depth = 0;
		do {
			boolean opens = at("/*") && (depth == 0 || this.postgres);
			boolean closes = !opens && at("*/");
			depth += opens ? 1 : (closes ? -1 : 0);
			this.position += (opens || closes) ? 2 : 1;
			if (this.position > this.sql.length() || (depth > 0 && this.position == this.sql.length())) {
				throw new BadQueryException("has a comment without an end in line " + line(start));
			}
		}
		while (depth > 0);
		return true;
	}

	private boolean skipTo(String end, boolean required) {
		int found = this.sql.indexOf(end, this.position);
		if (found < 0 && required) {
			throw new BadQueryException("has a quote without an end in line " + line(this.position));
		}
		this.position = (found < 0) ? this.sql.length() : found + end.length();
		return true;
	}

	private boolean at(String text) {
		return this.sql.startsWith(text, this.position);
	}

	private void add(TokenType type, int length) {
		endText(this.position);
		this.tokens.add(new Token(type, this.sql.substring(this.position, this.position + length), this.position));
		this.position += length;
		this.textStart = this.position;
	}

	private void endText(int end) {
		if (end > this.textStart) {
			this.tokens.add(new Token(TokenType.TEXT, this.sql.substring(this.textStart, end), this.textStart));
		}
	}

	private int line(int offset) {
		return line(this.sql, offset);
	}

	/** Returns the line of that offset, from 1. */
	static int line(String sql, int offset) {
		return 1 + (int) sql.substring(0, Math.min(offset, sql.length())).chars().filter((it) -> it == '\n').count();
	}

	/** What a piece of a query is. */
	enum TokenType {

		TEXT, BIND, OPEN, CLOSE, QUESTION_MARK, SEMICOLON

	}

	/**
	 * A piece of a query.
	 *
	 * @param type what it is
	 * @param text how it is written
	 * @param start where it starts in the query
	 */
	record Token(TokenType type, String text, int start) {

		/** Returns the name of a bind. */
		String name() {
			return this.text.substring(1);
		}

	}

}
