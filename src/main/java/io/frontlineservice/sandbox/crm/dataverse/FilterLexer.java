package io.frontlineservice.sandbox.crm.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a filter of OData into its tokens. Called by {@link FilterParser}. Stateless.
 */
final class FilterLexer {

	/** A text in quotes ends at the first quote that is not doubled. */
	private static final Pattern TOKEN = Pattern.compile("\\s*(?:'((?:[^']|'')*)'"
			+ "|([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})|(-?[0-9]+)|([A-Za-z_][\\w/]*)|([(),]))");

	private FilterLexer() {
	}

	static List<Token> tokens(String filter) {
		List<Token> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(filter);
		int end = 0;
		while (end < filter.stripTrailing().length()) {
			if (!matcher.find() || matcher.start() != end) {
				throw DataverseError.badQuery(
						"There is an unterminated literal or a syntax error at position " + end + " in the filter.");
			}
			end = matcher.end();
			tokens.add(token(matcher));
		}
		return tokens;
	}

	private static Token token(Matcher matcher) {
		if (matcher.group(1) != null) {
			return new Token(Kind.TEXT, matcher.group(1).replace("''", "'"));
		}
		if (matcher.group(2) != null) {
			return new Token(Kind.GUID, matcher.group(2));
		}
		if (matcher.group(3) != null) {
			return new Token(Kind.NUMBER, matcher.group(3));
		}
		return (matcher.group(4) != null) ? new Token(Kind.WORD, matcher.group(4))
				: new Token(Kind.SIGN, matcher.group(5));
	}

	/** What a token is. */
	enum Kind {

		TEXT, GUID, NUMBER, WORD, SIGN, END

	}

	/**
	 * A token.
	 *
	 * @param text the characters; those of a text without the quotes
	 */
	record Token(Kind kind, String text) {

		static final Token END = new Token(Kind.END, "");

		boolean is(String wordOrSign) {
			return (this.kind == Kind.WORD || this.kind == Kind.SIGN) && this.text.equals(wordOrSign);
		}

	}

}
