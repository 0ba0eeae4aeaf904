package io.frontlineservice.sandbox.crm.salesforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SOQL query, as far as the pretend Salesforce knows SOQL. Made by {@link SoqlParser}.
 * Immutable.
 *
 * @param fields the fields to return, with their relationships
 * @param object the object to read
 * @param condition the condition; null for all records
 * @param order the fields to sort by, ascending
 * @param limit the most records; null for no limit
 */
record SoqlQuery(List<String> fields, String object, @Nullable SoqlCondition condition, List<String> order,
		@Nullable Integer limit) {

	SoqlQuery {
		fields = List.copyOf(fields);
		order = List.copyOf(order);
	}

}
