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

	private static final Pattern ARRAY = Pattern.compile("(?i).*\\barray", Pattern.DOTALL);

	private final String sql;

	private final SqlQuotes quotes;

	private final List<SqlToken> tokens = new ArrayList<>();

	private int position;

	private int textStart;

	/** How many single brackets are open: of an array, or of a quoted name. */
	private int singleBrackets;

	private SqlLexer(String sql, DatabaseProduct product) {
		this.sql = sql;
		this.quotes = new SqlQuotes(sql, product);
	}

	/**
	 * Returns the tokens of a query.
	 * @throws BadQueryException if a quote or a comment has no end
	 */
	static List<SqlToken> tokens(String sql, DatabaseProduct product) {
		return new SqlLexer(sql, product).read();
	}

	private List<SqlToken> read() {
		while (this.position < this.sql.length()) {
			int end = this.quotes.end(this.position);
			if (end > this.position) {
				this.position = end;
			}
			else {
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

	private boolean at(String text) {
		return this.sql.startsWith(text, this.position);
	}

	private void add(TokenType type, int length) {
		endText(this.position);
		this.tokens.add(new SqlToken(type, this.sql.substring(this.position, this.position + length), this.position));
		this.position += length;
		this.textStart = this.position;
	}

	private void endText(int end) {
		if (end > this.textStart) {
			this.tokens.add(new SqlToken(TokenType.TEXT, this.sql.substring(this.textStart, end), this.textStart));
		}
	}

	/** Returns the line of that offset, from 1. */
	static int line(String sql, int offset) {
		return 1 + (int) sql.substring(0, Math.min(offset, sql.length())).chars().filter((it) -> it == '\n').count();
	}

}
