package io.frontlineservice.sandbox.crm.airtable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The functions of formulas that this pretend Airtable has. Called by {@link Formula}.
 * Stateless.
 */
final class FormulaFunctions {

	private static final Map<String, Function<List<Object>, Object>> ALL = Map.ofEntries(
			Map.entry("AND", (values) -> number(values.stream().allMatch(Formula::isTrue))),
			Map.entry("OR", (values) -> number(values.stream().anyMatch(Formula::isTrue))),
			Map.entry("NOT", (values) -> number(!Formula.isTrue(values.get(0)))),
			Map.entry("LOWER", (values) -> Formula.text(values.get(0)).toLowerCase(Locale.ROOT)),
			Map.entry("UPPER", (values) -> Formula.text(values.get(0)).toUpperCase(Locale.ROOT)),
			Map.entry("TRIM", (values) -> Formula.text(values.get(0)).strip()),
			Map.entry("LEN", (values) -> (double) Formula.text(values.get(0)).length()),
			Map.entry("FIND", (values) -> (double) position(values)),
			Map.entry("SEARCH", (values) -> (position(values) > 0) ? (double) position(values) : ""),
			Map.entry("REGEX_MATCH",
					(values) -> number(pattern(values.get(1)).matcher(Formula.text(values.get(0))).find())),
			Map.entry("REGEX_REPLACE", FormulaFunctions::replace), Map.entry("TRUE", (values) -> 1.0),
			Map.entry("FALSE", (values) -> 0.0), Map.entry("BLANK", (values) -> ""));

	private FormulaFunctions() {
	}

	static Object call(String name, List<Object> values) {
		Function<List<Object>, Object> function = ALL.get(name);
		try {
			if (function != null) {
				return function.apply(values);
			}
		}
		catch (IndexOutOfBoundsException ex) {
			throw AirtableException.formula("Not enough arguments of " + name);
		}
		throw AirtableException.formula("Unknown function " + name);
	}

	static double number(boolean value) {
		return value ? 1 : 0;
	}

	/** From 1; 0 if the text does not occur. Upper and lower case differ. */
	private static int position(List<Object> values) {
		return Formula.text(values.get(1)).indexOf(Formula.text(values.get(0))) + 1;
	}

	private static Object replace(List<Object> values) {
		return pattern(values.get(1)).matcher(Formula.text(values.get(0)))
			.replaceAll(Matcher.quoteReplacement(Formula.text(values.get(2))));
	}

	private static Pattern pattern(Object value) {
		try {
			return Pattern.compile(Formula.text(value));
		}
		catch (PatternSyntaxException ex) {
			throw AirtableException.formula("Invalid regular expression");
		}
	}

}
