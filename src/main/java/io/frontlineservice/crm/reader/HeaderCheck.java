package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses a header that has no column for a required field, or does not have a column
 * that a setting names. Tells all of it at once. Called by {@link CsvCustomers}.
 */
final class HeaderCheck {

	/** An address, a number, or a first cell of digits. */
	private static final Pattern VALUE = Pattern.compile(".*@.*|.*\\d[\\d\\s()./-]{4,}\\d.*");

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	private final CsvHeader header;

	private final FileFields fields;

	private final List<String> problems = new ArrayList<>();

	private HeaderCheck(CsvHeader header, FileFields fields) {
		this.header = header;
		this.fields = fields;
	}

	/**
	 * Checks the header.
	 * @throws BadFileException with all problems
	 */
	static void check(CsvHeader header, Set<String> columns, FileFields fields, FilePosition position) {
		HeaderCheck check = new HeaderCheck(header, fields);
		check.configured(columns);
		check.required();
		if (!check.problems.isEmpty()) {
			check.explain();
			throw BadFileException.of(check.problems.stream().map(position::error).toList());
		}
	}

	private void configured(Set<String> columns) {
		for (CustomerField field : CustomerField.values()) {
			if (this.fields.isNamed(field)) {
				this.fields.columns(field)
					.stream()
					.filter((name) -> !this.header.hasColumn(name))
					.forEach((name) -> absent(field.key(), name));
			}
		}
		this.fields.settings()
			.fieldsInTexts()
			.forEach((key, names) -> names.stream()
				.filter((name) -> !columns.contains(name))
				.forEach((name) -> absent(key, name)));
	}

	private void absent(String key, String name) {
		String nearest = isHeader()
				? ColumnGuess.nearest(name, this.header.names()).map((it) -> "; perhaps " + it + " is meant").orElse("")
				: "";
		this.problems.add(FileFields.PREFIX + "." + key + " names the column " + name
				+ ", which the header does not have" + nearest);
	}

	private void required() {
		if (this.header.has(CustomerField.FIRST_NAME)) {
			return;
		}
		List<CustomerField> missing = List.of(CustomerField.CUSTOMER_ID, CustomerField.DISPLAY_NAME)
			.stream()
			.filter((it) -> !this.header.has(it) && !this.fields.isExcluded(it) && !this.fields.isNamed(it))
			.toList();
		// "Name" alone is read as the last name, but probably is the whole name.
		List<String> columns = Stream
			.concat(this.header.unread().stream(), this.header.columns(CustomerField.LAST_NAME).stream())
			.toList();
		Map<CustomerField, String> guesses = isHeader() ? ColumnGuess.of(missing, columns) : Map.of();
		missing.forEach((field) -> this.problems
			.add("the header has no column " + String.join(" or ", this.fields.columns(field)) + ": set "
					+ FileFields.setting(field) + " to the name that this column has in your file"
					+ (guesses.containsKey(field) ? ", perhaps " + guesses.get(field) : "")
					+ ((field == CustomerField.CUSTOMER_ID) ? "; if there are no ids, set it to \"\"" : "")));
	}

	/** Adds what helps to fix the settings, unless that would quote a customer. */
	private void explain() {
		if (isHeader()) {
			HeaderRemarks.missing(this.header, this.fields).ifPresent(this.problems::add);
			this.problems.add("the columns of the file are " + HeaderRemarks.listed(this.header.named()));
		}
		else {
			this.problems
				.add("the first line looks like a customer: add a line with the names of the columns above it");
		}
	}

	private boolean isHeader() {
		List<String> names = this.header.named();
		return names.stream().noneMatch((it) -> VALUE.matcher(it).matches())
				&& (names.isEmpty() || !DIGITS.matcher(names.get(0)).matches());
	}

}
