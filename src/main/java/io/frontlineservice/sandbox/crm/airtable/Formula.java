package io.frontlineservice.sandbox.crm.airtable;

import io.frontlineservice.sandbox.crm.airtable.Table.Row;

/**
 * A formula, as Airtable's formula field reference describes it. Parsed by
 * {@link FormulaParser}, asked by {@link ListCall}. Immutable.
 *
 * @see <a href="https://support.airtable.com/docs/formula-field-reference">Formula field
 * reference</a>
 */
@FunctionalInterface
interface Formula {

	/** Returns the value for a record: a text, or a number. */
	Object valueFor(Row row);

	/** Parses a formula that may use the fields of that table. */
	static Formula parse(String text, Table table) {
		return new FormulaParser(text, table).parse();
	}

	/** Whether a record is selected: zero and an empty text are false. */
	default boolean isTrueFor(Row row) {
		return isTrue(valueFor(row));
	}

	static boolean isTrue(Object value) {
		return (value instanceof Double number) ? number != 0 && !number.isNaN() : !value.equals("");
	}

	/** Returns a value as text: a whole number has no decimals. */
	static String text(Object value) {
		return (value instanceof Double number && number == Math.rint(number)) ? String.valueOf(number.longValue())
				: value.toString();
	}

}
