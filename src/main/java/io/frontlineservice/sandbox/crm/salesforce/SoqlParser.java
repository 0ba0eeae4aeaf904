package io.frontlineservice.sandbox.crm.salesforce;

import io.frontlineservice.sandbox.crm.salesforce.SoqlLexer.Kind;
import io.frontlineservice.sandbox.crm.salesforce.SoqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a SOQL query: fields, conditions, order and limit. Like Salesforce, it refuses
 * AND beside OR without parentheses. Called by {@link QueryRun} for one query. Not
 * thread-safe.
 *
 * @see <a href=
 * "https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm">SOQL
 * SELECT syntax</a>
 */
final class SoqlParser {

	private static final Set<String> OPERATORS = Set.of("=", "!=", "<", "<=", ">", ">=");

	private final List<Token> tokens;

	private int next;

	private SoqlParser(List<Token> tokens) {
		this.tokens = tokens;
	}

	static SoqlQuery parse(String query) {
		return new SoqlParser(SoqlLexer.tokens(query)).query();
	}

	private SoqlQuery query() {
		expect("SELECT");
		List<String> fields = list(this::word);
		expect("FROM");
		String object = word();
		SoqlCondition condition = accept("WHERE") ? conditions() : null;
		List<String> order = List.of();
		if (accept("ORDER")) {
			expect("BY");
			order = list(this::ascending);
		}
		Integer limit = accept("LIMIT") ? Integer.valueOf(take(Kind.NUMBER)) : null;
		take(Kind.END);
		return new SoqlQuery(fields, object, condition, order, limit);
	}

	private String ascending() {
		String field = word();
		accept("ASC");
		return field;
	}

	private SoqlCondition conditions() {
		SoqlCondition first = condition();
		if (peek().is("AND")) {
			return new SoqlCondition.All(rest(first, "AND"));
		}
		return peek().is("OR") ? new SoqlCondition.Any(rest(first, "OR")) : first;
	}

	private List<SoqlCondition> rest(SoqlCondition first, String operator) {
		List<SoqlCondition> all = new ArrayList<>(List.of(first));
		while (accept(operator)) {
			all.add(condition());
		}
		if (peek().is("AND") || peek().is("OR")) {
			throw unexpected(peek());
		}
		return all;
	}

	private SoqlCondition condition() {
		if (accept("NOT")) {
			return new SoqlCondition.Not(condition());
		}
		if (accept("(")) {
			SoqlCondition inner = conditions();
			expect(")");
			return inner;
		}
		String field = word();
		if (accept("LIKE")) {
			return new SoqlCondition.Like(field, SoqlText.pattern(take(Kind.TEXT)));
		}
		if (accept("IN")) {
			expect("(");
			List<@Nullable Object> values = this.<@Nullable Object>list(this::value);
			expect(")");
			return new SoqlCondition.In(field, values);
		}
		String operator = take(Kind.SIGN);
		if (!OPERATORS.contains(operator)) {
			throw SalesforceError.malformedQuery("unexpected token: '" + operator + "'");
		}
		return new SoqlCondition.Comparison(field, operator, value());
	}

	private @Nullable Object value() {
		Token token = peek();
		if (token.kind() == Kind.TEXT) {
			return SoqlText.plain(take(Kind.TEXT));
		}
		if (accept("TRUE")) {
			return true;
		}
		if (accept("FALSE")) {
			return false;
		}
		expect("NULL");
		return null;
	}

	private <T extends @Nullable Object> List<T> list(Supplier<T> element) {
		List<T> list = new ArrayList<>();
		do {
			list.add(element.get());
		}
		while (accept(","));
		return list;
	}

	private String word() {
		return take(Kind.WORD);
	}

	private String take(Kind kind) {
		Token token = peek();
		if (token.kind() != kind) {
			throw unexpected(token);
		}
		this.next++;
		return token.text();
	}

	private void expect(String wordOrSign) {
		if (!accept(wordOrSign)) {
			throw unexpected(peek());
		}
	}

	private boolean accept(String wordOrSign) {
		boolean matches = peek().is(wordOrSign);
		this.next += matches ? 1 : 0;
		return matches;
	}

	private Token peek() {
		return (this.next < this.tokens.size()) ? this.tokens.get(this.next) : Token.END;
	}

	private static SalesforceError unexpected(Token token) {
		return SalesforceError.malformedQuery("unexpected token: '" + token.text() + "'");
	}

}
