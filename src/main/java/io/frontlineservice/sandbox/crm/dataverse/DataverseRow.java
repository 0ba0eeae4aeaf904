package io.frontlineservice.sandbox.crm.dataverse;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table. Held by {@link DataverseTables}. Its values do not change.
 * Thread-safe.
 */
final class DataverseRow {

	private final String id;

	private final Map<String, Object> values;

	/** What texts are compared by: made once, because rows are compared often. */
	private final Map<String, String> comparable = new ConcurrentHashMap<>();

	/**
	 * Creates a row.
	 * @param id the primary key
	 * @param values the values by the properties of the Web API
	 */
	DataverseRow(String id, Map<String, Object> values) {
		this.id = id;
		this.values = Map.copyOf(values);
	}

	String id() {
		return this.id;
	}

	Map<String, Object> values() {
		return this.values;
	}

	/** Returns a value; null if it is empty. */
	@Nullable Object value(String column) {
		return this.values.get(column);
	}

	/** Returns a text that compares as the value does; null if it is empty. */
	@Nullable String comparable(String column) {
		Object value = this.values.get(column);
		return (value == null) ? null
				: this.comparable.computeIfAbsent(column, (it) -> SqlText.comparable(value.toString()));
	}

}
