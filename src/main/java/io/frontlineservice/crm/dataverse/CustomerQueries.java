package io.frontlineservice.crm.dataverse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Writes the queries for customers: what they return, and in which order. Called by
 * {@link DataverseCrm} and {@link CustomerPages}. Immutable.
 */
final class CustomerQueries {

	private static final String ACTIVE = "statecode eq 0";

	private final CustomerTable table;

	/** What is before and after the filter. */
	private final String select;

	private final String order;

	/**
	 * Creates the queries.
	 * @param columns the columns that the mapping reads
	 */
	CustomerQueries(CustomerTable table, Set<String> columns) {
		this.table = table;
		Set<String> own = new TreeSet<>(List.of(table.id(), table.sortName()));
		Map<String, Set<String>> related = new TreeMap<>();
		for (String column : columns) {
			int dot = column.indexOf('.');
			if (dot < 0) {
				own.add(column);
			}
			else {
				related.computeIfAbsent(column.substring(0, dot), (it) -> new TreeSet<>())
					.add(column.substring(dot + 1));
			}
		}
		String expand = related.entrySet()
			.stream()
			.map((it) -> it.getKey() + "($select=" + String.join(",", it.getValue()) + ")")
			.collect(Collectors.joining(","));
		this.select = table.name() + "?$select=" + String.join(",", own)
				+ (expand.isEmpty() ? "" : "&$expand=" + expand) + "&$filter=";
		this.order = "&$orderby=" + table.sortName() + "%20asc," + table.id() + "%20asc";
	}

	/** Returns the query for active customers that meet all these conditions. */
	String of(Collection<String> conditions) {
		List<String> all = new ArrayList<>(List.of(ACTIVE));
		all.addAll(conditions);
		return this.select + UriUtils.encode(ODataText.all(all), StandardCharsets.UTF_8) + this.order;
	}

	/** Returns the condition for the customer with that id. */
	String hasId(String id) {
		return this.table.id() + " eq " + id;
	}

	/**
	 * Returns the conditions for names that are compared with this one: {@code ge} and
	 * {@code gt} have no wildcards. Customers without a name are before all others.
	 */
	List<String> atOrAfter(@Nullable String name) {
		return (name != null) ? List.of(this.table.sortName() + " ge " + ODataText.literal(name)) : List.of();
	}

	/** Returns the conditions for names after this one. */
	List<String> after(@Nullable String name) {
		return List.of(this.table.sortName() + ((name != null) ? " gt " + ODataText.literal(name) : " ne null"));
	}

	/** Returns the conditions for the same name, as Dataverse compares names. */
	List<String> same(@Nullable String name) {
		String column = this.table.sortName();
		return (name != null)
				? List.of(column + " ge " + ODataText.literal(name), column + " le " + ODataText.literal(name))
				: List.of(column + " eq null");
	}

}
