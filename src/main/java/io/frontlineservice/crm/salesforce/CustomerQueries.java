package io.frontlineservice.crm.salesforce;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.search.TypedSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SOQL queries for customers. Called by {@link SalesforceCrm}. Immutable.
 */
final class CustomerQueries {

	/** A worker who types a word looks for the beginning of a name's part. */
	private static final List<String> WORD_STARTS = List.of("", "% ");

	private static final String WITHIN = "%";

	private static final String NEXT_DIGIT = "%";

	private static final String ORDER = " ORDER BY " + CustomerObject.NAME + ", " + CustomerObject.ID + " LIMIT ";

	private final CustomerObject object;

	private final String select;

	private final List<String> owners;

	/** The fields that hold a number. */
	private final List<String> numbers;

	/**
	 * Creates the queries.
	 * @param fields the fields that the mapping reads
	 */
	CustomerQueries(CustomerObject object, Set<String> fields) {
		this.object = object;
		this.owners = names(CustomerField.WORKER);
		this.numbers = List.copyOf(object.fields().numberFields());
		Set<String> selected = new TreeSet<>(fields);
		selected.addAll(List.of(CustomerObject.ID, CustomerObject.NAME));
		this.select = "SELECT " + String.join(", ", selected) + " FROM " + object.name();
	}

	/**
	 * Returns the query for a page of customers.
	 * @param ownerIds the owners of the customers; null for all customers
	 * @param search the search, which may be for all
	 * @param after the customer after which the page starts; null for the first page
	 */
	String page(@Nullable Collection<String> ownerIds, TypedSearch search, @Nullable PageCursor after, int limit) {
		List<String> conditions = new ArrayList<>();
		if (ownerIds != null) {
			conditions.add(SoqlText.any(this.owners.stream().map((field) -> SoqlText.in(field, ownerIds)).toList()));
		}
		search.words().forEach((word) -> conditions.add(hasWord(word)));
		if (!search.digits().isEmpty()) {
			conditions.add(hasDigits(search.digits()));
		}
		if (after != null) {
			String name = SoqlText.literal(after.name());
			conditions
				.add("(Name > " + name + " OR (Name = " + name + " AND Id > " + SoqlText.literal(after.id()) + "))");
		}
		return query(conditions, limit);
	}

	/** Returns the query for the customer with that id. */
	String byId(String id) {
		return query(List.of("Id = " + SoqlText.literal(id)), 1);
	}

	/** Returns the query for customers with one of these numbers in that field. */
	String byNumber(String field, List<String> numbers, int limit) {
		return query(List.of(SoqlText.in(field, numbers)), limit);
	}

	/** Returns the query for customers with these digits, in order, in any number. */
	String byDigits(String digits, int limit) {
		return query(List.of(hasDigits(digits)), limit);
	}

	/** Returns the query for customers with that identity, in any case. */
	String byIdentity(Address identity, int limit) {
		List<String> userId = PhoneNotations.ofNumberOrUserId(identity);
		return query(List.of(SoqlText.any(this.object.fields()
			.identityFields(identity)
			.stream()
			.map((field) -> userId.isEmpty() ? field + " = " + SoqlText.literal(identity.value())
					: SoqlText.in(field, userId))
			.toList())), limit);
	}

	/** Whether customers have what the search compares. */
	boolean canSearch(TypedSearch search) {
		return search.digits().isEmpty() || canFindNumbers();
	}

	/** Whether customers have numbers. */
	boolean canFindNumbers() {
		return !this.numbers.isEmpty();
	}

	/** Whether customers have such identities. */
	boolean canFind(Address identity) {
		return !this.object.fields().identityFields(identity).isEmpty();
	}

	private String hasWord(String word) {
		List<String> conditions = new ArrayList<>();
		Stream.concat(Stream.of(CustomerObject.NAME), names(CustomerField.COMPANY).stream())
			.flatMap((field) -> WORD_STARTS.stream().map((start) -> field + " LIKE " + SoqlText.pattern(start, word)))
			.forEach(conditions::add);
		names(CustomerField.EMAIL)
			.forEach((field) -> conditions.add(field + " LIKE " + SoqlText.pattern(WITHIN, word)));
		return SoqlText.any(conditions);
	}

	/** Any separators may be between the digits. */
	private String hasDigits(String digits) {
		String pattern = digits.chars()
			.mapToObj(Character::toString)
			.collect(Collectors.joining(NEXT_DIGIT, "'" + WITHIN, WITHIN + "'"));
		return SoqlText.any(this.numbers.stream().map((field) -> field + " LIKE " + pattern).toList());
	}

	private String query(List<String> conditions, int limit) {
		List<String> all = new ArrayList<>();
		if (this.object.filter() != null) {
			all.add(this.object.filter());
		}
		all.addAll(conditions);
		return this.select + (all.isEmpty() ? "" : " WHERE " + SoqlText.all(all)) + ORDER + limit;
	}

	private List<String> names(CustomerField field) {
		return this.object.fields().names(field);
	}

}
