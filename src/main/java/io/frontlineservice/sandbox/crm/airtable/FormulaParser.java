package io.frontlineservice.sandbox.crm.airtable;

import io.frontlineservice.sandbox.crm.airtable.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a formula: texts in quotes, numbers, fields in braces, functions, {@code &} and
 * comparisons. Not documented, and so refused: whether texts can be compared with less
 * and greater. Made by {@link Formula} for one text. Not thread-safe.
 */
final class FormulaParser {

	private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

	private static final Pattern COMPARISON = Pattern.compile("<=|>=|!=|=|<|>");

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private final String text;

	private final Table table;

	private int place;

	FormulaParser(String text, Table table) {
		this.text = text;
		this.table = table;
	}

	Formula parse() {
		Formula formula = comparison();
		skipBlanks();
		if (this.place < this.text.length()) {
			throw invalid();
		}
		return formula;
	}

	private Formula comparison() {
		Formula left = concatenation();
		String operator = token(COMPARISON);
		if (operator.isEmpty()) {
			return left;
		}
		Formula right = concatenation();
		return (row) -> FormulaFunctions.number(compare(left.valueFor(row), operator, right.valueFor(row)));
	}

	private static boolean compare(Object left, String operator, Object right) {
		if (Set.of("=", "!=").contains(operator)) {
			return left.equals(right) == operator.equals("=");
		}
		double one = number(left, operator);
		double other = number(right, operator);
		return switch (operator) {
			case "<" -> one < other;
			case "<=" -> one <= other;
			case ">" -> one > other;
			default -> one >= other;
		};
	}

	/** An empty value is zero. */
	private static double number(Object value, String operator) {
		if (value.equals("")) {
			return 0;
		}
		if (value instanceof Double number) {
			return number;
		}
		throw AirtableException.formula("only numbers can be compared with " + operator);
	}

	private Formula concatenation() {
		Formula left = value();
		while (take('&')) {
			Formula before = left;
			Formula next = value();
			left = (row) -> Formula.text(before.valueFor(row)) + Formula.text(next.valueFor(row));
		}
		return left;
	}

	private Formula value() {
		skipBlanks();
		String number = token(NUMBER);
		if (!number.isEmpty()) {
			double constant = Double.parseDouble(number);
			return (row) -> constant;
		}
		if (take('{')) {
			return field(until('}'));
		}
		for (char quote : new char[] { '\'', '"' }) {
			if (take(quote)) {
				String constant = until(quote);
				return (row) -> constant;
			}
		}
		if (take('(')) {
			Formula inner = comparison();
			expect(')');
			return inner;
		}
		String name = token(NAME);
		if (name.isEmpty()) {
			throw invalid();
		}
		return take('(') ? function(name) : field(name);
	}

	private Formula function(String name) {
		List<Formula> arguments = new ArrayList<>();
		if (!take(')')) {
			do {
				arguments.add(comparison());
			}
			while (take(','));
			expect(')');
		}
		return name.equals("RECORD_ID") ? Row::id
				: (row) -> FormulaFunctions.call(name, arguments.stream().map((it) -> it.valueFor(row)).toList());
	}

	private Formula field(String name) {
		String field = this.table.name(name)
			.orElseThrow(() -> AirtableException.formula("Unknown field names: " + name));
		return (row) -> row.inFormula(field);
	}

	/** Reads to the end of a text or name, in which a backslash escapes. */
	private String until(char end) {
		StringBuilder read = new StringBuilder();
		while (this.place < this.text.length()) {
			char next = this.text.charAt(this.place++);
			if (next == end) {
				return read.toString();
			}
			if (next == '\\' && this.place < this.text.length()) {
				next = unescaped(this.text.charAt(this.place++));
			}
			else if (next == '\n' || next == '\r') {
				throw invalid();
			}
			read.append(next);
		}
		throw invalid();
	}

	private static char unescaped(char escaped) {
		return switch (escaped) {
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			default -> escaped;
		};
	}

	private void expect(char character) {
		if (!take(character)) {
			throw invalid();
		}
	}

	private boolean take(char character) {
		skipBlanks();
		if (this.place < this.text.length() && this.text.charAt(this.place) == character) {
			this.place++;
			return true;
		}
		return false;
	}

	private String token(Pattern pattern) {
		skipBlanks();
		return match(pattern);
	}

	private void skipBlanks() {
		match(BLANKS);
	}

	private String match(Pattern pattern) {
		Matcher matcher = pattern.matcher(this.text).region(this.place, this.text.length());
		if (!matcher.lookingAt()) {
			return "";
		}
		this.place = matcher.end();
		return matcher.group();
	}

	private static AirtableException invalid() {
		return AirtableException.formula("please check your formula text.");
	}

}
