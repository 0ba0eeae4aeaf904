package io.frontlineservice.sandbox.crm.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Filters that must all match. Part of a {@link SearchCall}. Immutable.
 *
 * @param filters the filters
 */
record FilterGroup(List<Filter> filters) {

	private static final int MOST_FILTERS = 6;

	static FilterGroup read(JsonNode group, Contacts contacts) {
		List<Filter> filters = new ArrayList<>();
		group.path("filters").forEach((filter) -> filters.add(Filter.read(filter, contacts)));
		SearchCall.require(!filters.isEmpty() && filters.size() <= MOST_FILTERS, "a group has 1 to 6 filters");
		return new FilterGroup(filters);
	}

	boolean matches(Contact contact) {
		return this.filters.stream().allMatch((filter) -> filter.matches(contact));
	}

	/**
	 * One filter.
	 *
	 * @param property the name of the property
	 * @param operator how it is compared
	 * @param values the values to compare with, in lower case
	 */
	record Filter(String property, String operator, List<String> values) {

		static Filter read(JsonNode filter, Contacts contacts) {
			String property = filter.path("propertyName").asString("");
			SearchCall.require(contacts.knows(property), "there is no such property");
			String operator = filter.path("operator").asString("");
			return new Filter(property, operator, switch (operator) {
				case "EQ" -> List.of(filter.path("value").asString("").toLowerCase(Locale.ROOT));
				// These are compared as they are written: capitals match nothing.
				case "IN" -> filter.path("values").valueStream().map(JsonNode::asString).toList();
				case "HAS_PROPERTY", "NOT_HAS_PROPERTY" -> List.of();
				default -> throw HubSpotException.invalid("the operator is unknown");
			});
		}

		boolean matches(Contact contact) {
			String value = contact.value(this.property);
			return switch (this.operator) {
				case "HAS_PROPERTY" -> value != null;
				case "NOT_HAS_PROPERTY" -> value == null;
				default -> isAmongValues(value);
			};
		}

		private boolean isAmongValues(@Nullable String value) {
			return value != null && this.values.contains(value.toLowerCase(Locale.ROOT));
		}

	}

}
