package io.frontlineservice.crm.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search of contacts, as HubSpot reads it. Made by {@link HubSpotCrm}, sent by
 * {@link HubSpotApi} as JSON, in which nothing that a worker typed can be more than a
 * value. Immutable.
 *
 * @param filterGroups the filters, of which one group must match; none for all contacts
 * @param sorts how to sort: HubSpot allows one rule
 * @param properties the properties to return
 * @param query words to search for; null for none
 * @param limit the most contacts to return
 * @param after how many contacts to skip; null for none
 * @see <a href=
 * "https://developers.hubspot.com/docs/api-reference/2026-03/crm/search-the-crm">CRM
 * search</a>
 */
@JsonInclude(Include.NON_EMPTY)
record ContactSearch(List<FilterGroup> filterGroups, List<Sort> sorts, List<String> properties, @Nullable String query,
		int limit, @Nullable String after) {

	/** The most contacts that one search returns. */
	static final int MOST_ROWS = 200;

	/** HubSpot refuses to go beyond that many contacts. */
	static final int MOST_RESULTS = 10_000;

	/** Returns the same search for another part of its result. */
	ContactSearch part(int start, int rows) {
		return new ContactSearch(this.filterGroups, this.sorts, this.properties, this.query, rows,
				(start > 0) ? String.valueOf(start) : null);
	}

	/**
	 * Filters that must all match.
	 *
	 * @param filters the filters
	 */
	record FilterGroup(List<Filter> filters) {

		static FilterGroup of(Filter filter) {
			return new FilterGroup(List.of(filter));
		}

	}

	/**
	 * One filter.
	 *
	 * @param propertyName the property to compare
	 * @param operator how to compare
	 * @param value the value to compare with
	 * @param values the values, one of which must be equal, without regard to case
	 */
	@JsonInclude(Include.NON_NULL)
	record Filter(String propertyName, String operator, @Nullable String value, @Nullable List<String> values) {

		/** The value must be one of these, which have no capitals. */
		static Filter in(String property, Collection<String> values) {
			return new Filter(property, "IN", null, List.copyOf(values));
		}

		static Filter equal(String property, String value) {
			return new Filter(property, "EQ", value, null);
		}

		static Filter isEmpty(String property) {
			return new Filter(property, "NOT_HAS_PROPERTY", null, null);
		}

	}

	/**
	 * How to sort.
	 *
	 * @param propertyName the property to sort by
	 * @param direction in which direction
	 */
	record Sort(String propertyName, String direction) {

		static Sort ascending(String property) {
			return new Sort(property, "ASCENDING");
		}

	}

}
