package io.frontlineservice.sandbox.crm.airtable;

import io.frontlineservice.sandbox.crm.airtable.Iterations.Place;
import io.frontlineservice.sandbox.crm.airtable.Table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request for records, with Airtable's limits. Made by {@link AirtableCalls} for each
 * request. Immutable.
 *
 * @param fields the fields to return; null for all
 * @param formula selects records
 * @param orders how to sort
 * @param offset where to continue; null for the beginning
 * @param byId whether the answer names fields by their ids
 */
record ListCall(Table table, @Nullable List<String> fields, Formula formula, List<Comparator<Row>> orders, int pageSize,
		@Nullable String offset, boolean byId) {

	private static final Set<String> PARAMETERS = Set.of("fields", "filterByFormula", "sort", "view", "pageSize",
			"maxRecords", "offset", "returnFieldsByFieldId");

	private static final int LARGEST_PAGE = 100;

	static ListCall read(JsonNode body, Table table) {
		require(body.isObject(), "the body must be an object");
		require(PARAMETERS.containsAll(body.propertyNames()), "there is no such parameter");
		int pageSize = body.path("pageSize").asInt(LARGEST_PAGE);
		require(pageSize >= 1 && pageSize <= LARGEST_PAGE, "pageSize must be between 1 and 100");
		String view = body.path("view").asString("");
		require(view.isEmpty() || view.equals("All"), "there is no such view");
		String offset = body.path("offset").asString("");
		return new ListCall(table, fields(body.path("fields"), table),
				Formula.parse(body.path("filterByFormula").asString("1"), table), orders(body.path("sort"), table),
				pageSize, offset.isEmpty() ? null : offset, body.path("returnFieldsByFieldId").asBoolean(false));
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw AirtableException.invalid(message);
		}
	}

	private static @Nullable List<String> fields(JsonNode names, Table table) {
		if (names.isMissingNode()) {
			return null;
		}
		require(names.isArray(), "fields must be a list");
		return names.valueStream().map((name) -> known(name, table)).toList();
	}

	private static String known(JsonNode written, Table table) {
		String name = written.asString("");
		return table.name(name).orElseThrow(() -> AirtableException.unknownField(name));
	}

	/** Empty values are first. */
	private static List<Comparator<Row>> orders(JsonNode sort, Table table) {
		List<Comparator<Row>> orders = new ArrayList<>();
		for (JsonNode rule : sort) {
			String field = known(rule.path("field"), table);
			String direction = rule.path("direction").asString("asc");
			require(Set.of("asc", "desc").contains(direction), "direction must be asc or desc");
			Comparator<Row> order = Comparator.comparing((Row row) -> row.inFormula(field).toString(),
					String.CASE_INSENSITIVE_ORDER);
			orders.add(direction.equals("asc") ? order : order.reversed());
		}
		return orders;
	}

	/**
	 * Returns the records that an iteration found when it began, as they are now.
	 */
	Map<String, Object> answer(Iterations iterations) {
		Place place = (this.offset != null) ? iterations.at(this.offset) : begin(iterations);
		int end = Math.min(place.recordIds().size(), place.start() + this.pageSize);
		List<Map<String, Object>> records = place.recordIds()
			.subList(place.start(), end)
			.stream()
			.map(this.table::find)
			.flatMap(Optional::stream)
			.map((row) -> row.json(this.fields, this.byId))
			.toList();
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("records", records);
		if (end < place.recordIds().size()) {
			answer.put("offset", place.offsetAt(end));
		}
		return answer;
	}

	private Place begin(Iterations iterations) {
		List<String> found = this.table.sorted(this.orders)
			.stream()
			.filter(this.formula::isTrueFor)
			.map(Row::id)
			.toList();
		return new Place((found.size() > this.pageSize) ? iterations.begin(found) : "", found, 0);
	}

}
