package io.frontlineservice.sandbox.crm.dataverse;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table. Held by {@link DataverseTables}. Immutable.
 *
 * @param id the primary key
 * @param values the values by the properties of the Web API
 */
record DataverseRow(String id, Map<String, Object> values) {

	DataverseRow {
		values = Map.copyOf(values);
	}

	/** Returns a value; null if it is empty. */
	@Nullable Object value(String column) {
		return this.values.get(column);
	}

}
