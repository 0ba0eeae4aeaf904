package io.frontlineservice.sandbox.crm.salesforce;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of records, also through one relationship: {@code Account.Name}. Used by
 * {@link QueryRun} and {@link RecordFilter} for one query. Thread-safe.
 */
final class RecordReader {

	private final SalesforceOrg org;

	private final ObjectSchema schema;

	RecordReader(SalesforceOrg org, ObjectSchema schema) {
		this.org = org;
		this.schema = schema;
	}

	/** Returns the value of a field; null if it is empty. */
	@Nullable Object value(SalesforceRecord record, String path) {
		int dot = path.indexOf('.');
		if (dot < 0) {
			return record.value(field(path).name());
		}
		SalesforceRecord related = related(record, path.substring(0, dot));
		return (related != null)
				? new RecordReader(this.org, this.org.schema(related.object())).value(related, path.substring(dot + 1))
				: null;
	}

	/**
	 * Returns the record that a relationship leads to; null if the reference is empty.
	 */
	@Nullable SalesforceRecord related(SalesforceRecord record, String relationship) {
		FieldSchema reference = this.schema.reference(relationship);
		if (reference == null) {
			throw SalesforceError.noSuchField(this.schema.name(), relationship);
		}
		Object id = record.value(reference.name());
		return (id != null) ? this.org.find(id.toString()).orElse(null) : null;
	}

	/** Returns the field of that name, of the object itself. */
	FieldSchema field(String name) {
		FieldSchema field = this.schema.field(name);
		if (field == null) {
			throw SalesforceError.noSuchField(this.schema.name(), name);
		}
		return field;
	}

	/** Returns whether the field holds ids. */
	boolean holdsIds(String path) {
		if (path.indexOf('.') >= 0) {
			return false;
		}
		FieldSchema field = field(path);
		return field.type() == FieldType.ID || field.isReference();
	}

	/**
	 * Compares two values as an org with an English locale does: texts by their capitals.
	 */
	static int compare(Object value, Object other) {
		return comparable(value).compareTo(comparable(other));
	}

	private static String comparable(Object value) {
		return value.toString().toUpperCase(Locale.ROOT);
	}

}
