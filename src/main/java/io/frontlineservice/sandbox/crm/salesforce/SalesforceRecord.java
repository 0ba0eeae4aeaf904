package io.frontlineservice.sandbox.crm.salesforce;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of an object. Held by {@link SalesforceOrg}. Immutable.
 *
 * @param object the name of its object
 * @param id its id of 18 characters
 * @param values the values that are not null, by the names of their fields in lower case
 */
record SalesforceRecord(String object, String id, Map<String, Object> values) {

	SalesforceRecord {
		values = Map.copyOf(values);
	}

	/** Returns the value of a field; null if it is empty. */
	@Nullable Object value(String field) {
		return this.values.get(field.toLowerCase(Locale.ROOT));
	}

}
