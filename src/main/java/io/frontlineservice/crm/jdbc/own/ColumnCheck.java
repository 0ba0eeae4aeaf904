package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.own.ResultColumns.Column;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.text.Nearest;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks whether a query returns the columns that are needed. Called by
 * {@link QueryCheck}. Not thread-safe.
 */
final class ColumnCheck {

	private static final CustomerField[] CONTACTS = { CustomerField.PHONE, CustomerField.WHATSAPP,
			CustomerField.WHATSAPP_ID, CustomerField.CHAT, CustomerField.CHANNELS };

	private static final CustomerField[] NAMES = { CustomerField.DISPLAY_NAME, CustomerField.FIRST_NAME,
			CustomerField.LAST_NAME };

	private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

	private final QueryKind kind;

	private final ResultColumns found;

	private final Columns columns;

	private final List<Observation> observations = new ArrayList<>();

	private ColumnCheck(QueryKind kind, ResultColumns found, Columns columns) {
		this.kind = kind;
		this.found = found;
		this.columns = columns;
	}

	static List<Observation> of(QueryKind kind, ResultColumns found, Columns columns, boolean everyoneSeesAll) {
		ColumnCheck check = new ColumnCheck(kind, found, columns);
		check.checkUnique();
		check.checkId();
		if (!everyoneSeesAll) {
			check.require("the owner", CustomerField.WORKER);
		}
		check.require("the name", NAMES);
		if (kind.isOfPages()) {
			check.checkSortName();
		}
		if (kind == QueryKind.BY_ADDRESS) {
			check.require("the numbers", CONTACTS);
		}
		if (kind == QueryKind.BY_ID) {
			check.checkConfigured();
		}
		return check.observations;
	}

	/** Of two columns with one name, only one would be read. */
	private void checkUnique() {
		List<String> names = this.found.names();
		names.stream()
			.filter((name) -> Collections.frequency(names, name) > 1)
			.distinct()
			.forEach((name) -> problem("returns two columns named " + name, "name one of them differently, with as"));
	}

	private void checkId() {
		require("the id", CustomerField.CUSTOMER_ID);
		this.found.id(this.columns)
			.filter(ColumnCheck::isBinary)
			.ifPresent((column) -> problem("returns the id in a binary column, " + column.name(),
					"select it as text, such as hex(" + column.name() + ") as " + column.name()
							+ ", and compare :id and :after_id with the same"));
	}

	private void checkSortName() {
		Column column = this.found.sortName(this.columns).orElse(null);
		if (column == null) {
			if (this.found.first(this.columns.names(NAMES)).isPresent()) {
				problem("does not return the column by which it sorts", "select it as sort_name");
			}
		}
		else if (isBinary(column)) {
			problem("sorts by a binary column, " + column.name(), "select and sort by a text as sort_name");
		}
		else if (column.nullable()) {
			warning("sorts by " + column.name()
					+ ", which can be null: customers without it are missing from the pages " + "after the first",
					"select coalesce(" + column.name() + ", '') as sort_name, and use the same in "
							+ "order by and with :after_name; or make the column not null");
		}
	}

	private static boolean isBinary(Column column) {
		return BINARY.contains(column.type()) || column.typeName().equalsIgnoreCase("bytea");
	}

	/** The details of a customer need all columns that the operator has named. */
	private void checkConfigured() {
		for (CustomerField field : CustomerField.values()) {
			List<String> configured = this.columns.settings().names(field);
			List<String> named = configured.stream().filter((name) -> !name.isBlank()).toList();
			if (!named.isEmpty() && named.stream().noneMatch(this::has)) {
				missing(Columns.setting(field), named.get(0));
			}
		}
		this.columns.settings()
			.fieldsInTexts()
			.forEach((key, fields) -> fields.stream()
				.filter((field) -> !has(field))
				.forEach((field) -> missing(Columns.PREFIX + "." + key, field)));
		if (this.found.first(this.columns.contacts()).isEmpty()) {
			warning("returns no column with a number or a chat identity, so no customer can be reached",
					"select the number as phone, or set " + Columns.setting(CustomerField.PHONE));
		}
	}

	/** A name with a dot leads into a column with JSON. */
	private boolean has(String name) {
		int dot = name.indexOf('.');
		return this.found.named(name).isPresent() || (dot > 0 && this.found.named(name.substring(0, dot)).isPresent());
	}

	private void missing(String setting, String name) {
		problem("does not return the column that " + setting + " names" + Nearest.hint(name, this.found.names()),
				"correct the setting, or select the column with as");
	}

	private void require(String what, CustomerField... fields) {
		if (this.found.first(this.columns.names(fields)).isEmpty()) {
			String name = this.columns.names(fields).stream().findFirst().orElse(fields[0].key());
			problem("does not return a column with " + what + Nearest.hint(name, this.found.names()),
					"select it as " + fields[0].name().toLowerCase(Locale.ROOT) + ", or set "
							+ Columns.setting(fields[0]) + " to the name of the column");
		}
	}

	private void problem(String seen, String fix) {
		this.observations.add(Observation.problem(this.kind.setting() + " " + seen, fix));
	}

	private void warning(String seen, String fix) {
		this.observations.add(Observation.warning(this.kind.setting() + " " + seen, fix));
	}

}
