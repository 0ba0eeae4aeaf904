package io.frontlineservice.sandbox.crm.dataverse;

import org.jspecify.annotations.Nullable;

/**
 * Reads columns of rows, also through lookups: {@code parentcustomerid_account/name}.
 * Used for one query. Thread-safe.
 */
final class RowReader {

	private final DataverseTables tables;

	private final TableSchema schema;

	RowReader(DataverseTables tables, TableSchema schema) {
		this.tables = tables;
		this.schema = schema;
	}

	/** Returns the type of a column, which must exist. */
	ColumnType type(String path) {
		int slash = path.indexOf('/');
		return (slash < 0) ? this.schema.type(path) : through(path.substring(0, slash)).type(path.substring(slash + 1));
	}

	/** Returns a value; null if it is empty. */
	@Nullable Object value(DataverseRow row, String path) {
		int slash = path.indexOf('/');
		if (slash < 0) {
			return row.value(path);
		}
		TableSchema.Lookup lookup = this.schema.lookup(path.substring(0, slash));
		return this.tables.find(lookup.table(), row.value(lookup.column()))
			.map((related) -> through(path.substring(0, slash)).value(related, path.substring(slash + 1)))
			.orElse(null);
	}

	/** Returns a text that compares as the value does; null if it is empty. */
	@Nullable String comparable(DataverseRow row, String path) {
		if (path.indexOf('/') < 0) {
			return row.comparable(path);
		}
		Object value = value(row, path);
		return (value != null) ? SqlText.comparable(value.toString()) : null;
	}

	private RowReader through(String navigation) {
		return new RowReader(this.tables, this.tables.schema(this.schema.lookup(navigation).table()));
	}

}
