package io.frontlineservice.sandbox.crm.hubspot;

import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A search of contacts, with HubSpot's limits. Made by {@link PretendHubSpot} for each
 * request. Immutable.
 *
 * @param contacts the contacts to search
 * @param groups the filters, of which one group must match; empty for no filter
 * @param words the words to search for
 * @param order the order of the result
 * @param properties the names of the properties to return
 */
record SearchCall(Contacts contacts, List<FilterGroup> groups, SearchWords words, Comparator<Contact> order,
		List<String> properties, int limit, int after) {

	private static final int LONGEST = 3_000;

	private static final int MOST_RESULTS = 10_000;

	private static final int MOST_PER_PAGE = 200;

	private static final int MOST_FILTERS = 18;

	private static final Comparator<Contact> BY_ID = Comparator.comparingLong((it) -> Long.parseLong(it.id()));

	static SearchCall read(CrmRequest request, Contacts contacts) {
		JsonNode body = request.json();
		require(body.isObject(), "the body must be an object");
		require(request.body().length() <= LONGEST, "the search is longer than " + LONGEST + " characters");
		List<FilterGroup> groups = new ArrayList<>();
		body.path("filterGroups").forEach((group) -> groups.add(FilterGroup.read(group, contacts)));
		require(groups.size() <= 5, "there are more than 5 groups");
		require(groups.stream().mapToInt((it) -> it.filters().size()).sum() <= MOST_FILTERS, "too many filters");
		List<String> properties = new ArrayList<>();
		body.path("properties").forEach((name) -> properties.add(name.asString()));
		int limit = body.path("limit").asInt(10);
		require(limit >= 1 && limit <= MOST_PER_PAGE, "limit must be between 1 and " + MOST_PER_PAGE);
		int after = after(body.path("after"));
		require(after + limit <= MOST_RESULTS, "there are at most " + MOST_RESULTS + " results");
		return new SearchCall(contacts, groups, SearchWords.of(body.path("query").asString("")),
				order(body.path("sorts"), contacts), properties, limit, after);
	}

	private static int after(JsonNode after) {
		try {
			return after.isMissingNode() ? 0 : Integer.parseUnsignedInt(after.stringValue());
		}
		catch (RuntimeException ex) {
			throw HubSpotException.invalid("after must be the text of a number");
		}
	}

	/** Contacts without the value are last; the id decides between equal values. */
	private static Comparator<Contact> order(JsonNode sorts, Contacts contacts) {
		require(sorts.size() <= 1, "only one sort is possible");
		if (sorts.isEmpty()) {
			return BY_ID;
		}
		String property = sorts.path(0).path("propertyName").asString("");
		require(contacts.knows(property), "there is no such property");
		Comparator<Contact> byValue = Comparator.comparing((Contact it) -> it.value(property),
				Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));
		return (sorts.path(0).path("direction").asString("").equals("DESCENDING") ? byValue.reversed() : byValue)
			.thenComparing(BY_ID);
	}

	static void require(boolean holds, String message) {
		if (!holds) {
			throw HubSpotException.invalid("There was a problem with the request: " + message);
		}
	}

	Map<String, Object> answer() {
		List<Contact> found = this.contacts.all()
			.stream()
			.filter((it) -> this.groups.isEmpty() || this.groups.stream().anyMatch((group) -> group.matches(it)))
			.filter(this.words::match)
			.sorted(this.order)
			.toList();
		int end = Math.min(found.size(), this.after + this.limit);
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("total", found.size());
		page.put("results",
				found.subList(Math.min(this.after, end), end)
					.stream()
					.map((it) -> this.contacts.toJson(it, this.properties))
					.toList());
		if (end < found.size()) {
			page.put("paging", Map.of("next", Map.of("after", String.valueOf(end))));
		}
		return page;
	}

}
