package io.frontlineservice.crm.dataverse;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.search.TypedSearch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Writes the queries for customers. Called by {@link DataverseCrm} and
 * {@link CustomerPages}. Immutable.
 */
final class CustomerQueries {

	/** How people write a number differs in its beginning, not in its end. */
	private static final int DIGITS_TO_FIND_BY = 8;

	private static final String ACTIVE = "statecode eq 0";

	private final CustomerTable table;

	/** The columns that hold a number. */
	private final List<String> numbers;

	private final @Nullable String e164Column;

	/** What is before and after the filter. */
	private final String select;

	private final String order;

	/**
	 * Creates the queries.
	 * @param columns the columns that the mapping reads
	 * @param e164Column a column that holds a number in E.164; null if there is none
	 */
	CustomerQueries(CustomerTable table, Set<String> columns, @Nullable String e164Column) {
		this.table = table;
		this.e164Column = e164Column;
		this.numbers = Stream.of(CustomerField.PHONE, CustomerField.WHATSAPP)
			.flatMap((field) -> names(field).stream())
			.distinct()
			.toList();
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

	/** Returns the conditions of a search that is not for all. */
	List<String> matches(TypedSearch search) {
		return search.digits().isEmpty() ? search.words().stream().map(this::hasWord).toList()
				: List.of(hasDigits(search.digits()));
	}

	/** Whether customers have what the search compares. */
	boolean canSearch(TypedSearch search) {
		return search.words().stream().allMatch(ODataText::canCompare)
				&& (search.digits().isEmpty() || !this.numbers.isEmpty());
	}

	/** Returns the condition for customers with that address; empty if there is none. */
	String hasAddress(Address address) {
		if (address.number() != null) {
			return this.numbers.isEmpty() ? "" : hasNumber(PhoneNotations.of(address));
		}
		List<String> columns = List.copyOf(this.table.fields().identityFields(address));
		List<String> userId = PhoneNotations.ofNumberOrUserId(address);
		List<String> values = userId.isEmpty() ? List.of(address.value()) : userId;
		if (!address.isIdentity() || columns.isEmpty() || !values.stream().allMatch(ODataText::canCompare)) {
			return "";
		}
		return ODataText.any(columns.stream().flatMap((column) -> equal(column, values)).toList());
	}

	private String hasNumber(List<String> notations) {
		String e164 = this.e164Column;
		if (e164 != null) {
			return ODataText.any(equal(e164, notations.stream().filter((it) -> it.startsWith("+")).toList()).toList());
		}
		String shortest = Collections.min(notations, Comparator.comparing(String::length));
		return hasDigits(shortest.substring(Math.max(0, shortest.length() - DIGITS_TO_FIND_BY)));
	}

	private static Stream<String> equal(String column, List<String> values) {
		return values.stream().map((value) -> column + " eq " + ODataText.literal(value));
	}

	/** A worker who types a word looks for the beginning of a name's part. */
	private String hasWord(String word) {
		List<String> conditions = new ArrayList<>();
		Stream.concat(Stream.of(this.table.sortName()), names(CustomerField.COMPANY).stream())
			.map(CustomerQueries::path)
			.forEach((column) -> {
				conditions.add("startswith(" + column + "," + ODataText.pattern(word) + ")");
				conditions.add("contains(" + column + "," + ODataText.pattern(" " + word) + ")");
			});
		names(CustomerField.EMAIL)
			.forEach((column) -> conditions.add("contains(" + path(column) + "," + ODataText.pattern(word) + ")"));
		return ODataText.any(conditions);
	}

	/** Any separators may be between the digits. */
	private String hasDigits(String digits) {
		return ODataText.any(this.numbers.stream()
			.map((column) -> "contains(" + path(column) + "," + ODataText.digits(digits) + ")")
			.toList());
	}

	/** A column of a related row is behind a slash in a filter. */
	private static String path(String column) {
		return column.replace('.', '/');
	}

	private List<String> names(CustomerField field) {
		return this.table.fields().names(field);
	}

}
