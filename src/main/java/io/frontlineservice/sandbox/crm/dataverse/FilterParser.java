package io.frontlineservice.sandbox.crm.dataverse;

import io.frontlineservice.sandbox.crm.dataverse.FilterLexer.Kind;
import io.frontlineservice.sandbox.crm.dataverse.FilterLexer.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filter of OData. Like Dataverse, it compares an id only for equality, and each
 * value only with one of its type. Called by {@link QueryRun} for one query. Not
 * thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/filter-rows">Filter
 * rows using OData</a>
 */
final class FilterParser {

	private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

	/** What is before and after the text of each function. */
	private static final Map<String, String[]> FUNCTIONS = Map.of("contains", new String[] { "%", "%" }, "startswith",
			new String[] { "", "%" }, "endswith", new String[] { "%", "" });

	/** The documented types of the values that operators of order compare. */
	private static final Set<ColumnType> WITH_ORDER = Set.of(ColumnType.NUMBER, ColumnType.DATETIME, ColumnType.STRING);

	private final RowReader reader;

	private final List<Token> tokens;

	private int next;

	private int conditions;

	private FilterParser(RowReader reader, List<Token> tokens) {
		this.reader = reader;
		this.tokens = tokens;
	}

	static Predicate<DataverseRow> parse(String filter, RowReader reader) {
		FilterParser parser = new FilterParser(reader, FilterLexer.tokens(filter));
		Predicate<DataverseRow> condition = parser.any();
		parser.take(Kind.END);
		return condition;
	}

	private Predicate<DataverseRow> any() {
		Predicate<DataverseRow> condition = all();
		while (accept("or")) {
			condition = condition.or(all());
		}
		return condition;
	}

	private Predicate<DataverseRow> all() {
		Predicate<DataverseRow> condition = one();
		while (accept("and")) {
			condition = condition.and(one());
		}
		return condition;
	}

	private Predicate<DataverseRow> one() {
		if (accept("not")) {
			return one().negate();
		}
		if (accept("(")) {
			Predicate<DataverseRow> inner = any();
			expect(")");
			return inner;
		}
		if (++this.conditions > 500) {
			throw DataverseError.badQuery("The query has more than 500 conditions.");
		}
		String word = take(Kind.WORD);
		return FUNCTIONS.containsKey(word) ? function(word) : comparison(word);
	}

	private Predicate<DataverseRow> function(String name) {
		expect("(");
		String column = take(Kind.WORD);
		expect(",");
		String text = take(Kind.TEXT);
		expect(")");
		if (this.reader.type(column) != ColumnType.STRING) {
			throw DataverseError.badQuery(name + " needs a column of texts.");
		}
		String[] around = FUNCTIONS.getOrDefault(name, new String[] { "", "" });
		Pattern pattern = SqlText.like(around[0] + text + around[1]);
		return (row) -> {
			String value = this.reader.comparable(row, column);
			return value != null && pattern.matcher(value).matches();
		};
	}

	private Predicate<DataverseRow> comparison(String column) {
		String operator = take(Kind.WORD);
		if (!OPERATORS.contains(operator)) {
			throw DataverseError.badQuery("Unknown operator '" + operator + "'.");
		}
		ColumnType type = this.reader.type(column);
		Token token = peek();
		this.next++;
		if (token.is("null")) {
			return (row) -> (this.reader.value(row, column) == null) == operator.equals("eq");
		}
		if (!fits(token, type) || (!operator.equals("eq") && !operator.equals("ne") && !WITH_ORDER.contains(type))) {
			throw DataverseError.badQuery(
					"The operator '" + operator + "' does not compare '" + column + "' with " + token.kind() + ".");
		}
		String wanted = SqlText.comparable(token.text());
		return (row) -> matches(operator, type, this.reader.comparable(row, column), wanted);
	}

	private static boolean fits(Token token, ColumnType type) {
		return switch (type) {
			case ID -> token.kind() == Kind.GUID || token.kind() == Kind.TEXT;
			case STRING, DATETIME -> token.kind() == Kind.TEXT;
			case NUMBER -> token.kind() == Kind.NUMBER;
			case BOOLEAN -> token.is("true") || token.is("false");
		};
	}

	private static boolean matches(String operator, ColumnType type, @Nullable String value, String wanted) {
		if (value == null) {
			return false;
		}
		int order = (type == ColumnType.NUMBER) ? Integer.compare(Integer.parseInt(value), Integer.parseInt(wanted))
				: value.compareTo(wanted);
		return switch (operator) {
			case "eq" -> order == 0;
			case "ne" -> order != 0;
			case "gt" -> order > 0;
			case "ge" -> order >= 0;
			case "lt" -> order < 0;
			default -> order <= 0;
		};
	}

	private String take(Kind kind) {
		Token token = peek();
		if (token.kind() != kind) {
			throw DataverseError.badQuery("Syntax error at '" + token.text() + "' in the filter.");
		}
		this.next++;
		return token.text();
	}

	private void expect(String sign) {
		if (!accept(sign)) {
			throw DataverseError.badQuery("'" + sign + "' expected in the filter.");
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

}
