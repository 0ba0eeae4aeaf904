package io.frontlineservice.sandbox.crm.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a SOQL query into its tokens. Called by {@link SoqlParser}. Stateless. */
final class SoqlLexer {

	/** A text in quotes ends at the first quote that has no backslash before it. */
	private static final Pattern TOKEN = Pattern
		.compile("\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|([A-Za-z][\\w.]*)|(-?[0-9]+)|(<=|>=|!=|[=<>(),]))", Pattern.DOTALL);

	private SoqlLexer() {
	}

	static List<Token> tokens(String query) {
		String text = query.strip();
		List<Token> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text);
		int end = 0;
		while (end < text.length()) {
			if (!matcher.find() || matcher.start() != end) {
				throw SalesforceError
					.malformedQuery("unexpected token: '" + text.substring(end).strip().charAt(0) + "'");
			}
			end = matcher.end();
			tokens.add(token(matcher));
		}
		return tokens;
	}

	private static Token token(Matcher matcher) {
		if (matcher.group(1) != null) {
			return new Token(Kind.TEXT, matcher.group(1));
		}
		if (matcher.group(2) != null) {
			return new Token(Kind.WORD, matcher.group(2));
		}
		return (matcher.group(3) != null) ? new Token(Kind.NUMBER, matcher.group(3))
				: new Token(Kind.SIGN, matcher.group(4));
	}

	/** What a token is. */
	enum Kind {

		TEXT, WORD, NUMBER, SIGN, END

	}

	/**
	 * A token.
	 *
	 * @param text the characters; those of a text in quotes, still with backslashes
	 */
	record Token(Kind kind, String text) {

		static final Token END = new Token(Kind.END, "<EOF>");

		boolean is(String wordOrSign) {
			return this.kind != Kind.TEXT && this.text.toUpperCase(Locale.ROOT).equals(wordOrSign);
		}

	}

}
