package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of persons: sorted by one field and the id, filtered by one owner or by ids. Its
 * cursor names the first person of the next page. Made for each request. Immutable.
 *
 * @param account the account
 * @param ids the ids of the persons; null for all
 * @param owner the owner; null for any
 * @param sort the field to sort by
 * @param descending whether the last is the first
 * @param cursor where to start; null for the start
 */
record PersonList(Account account, @Nullable List<Long> ids, @Nullable Long owner, String sort, boolean descending,
		@Nullable PageCursor cursor, int limit, PersonReply reply) {

	private static final int MOST_IDS = 100;

	private static final Set<String> PARAMETERS = Set.of("ids", "owner_id", "sort_by", "sort_direction", "limit",
			"cursor", "custom_fields", "include_option_labels");

	static PersonList of(CrmRequest request, Account account) {
		Query query = Query.of(request, PARAMETERS);
		String sort = query.choice("sort_by", "id", "update_time", "add_time");
		boolean descending = query.choice("sort_direction", "asc", "desc").equals("desc");
		PageCursor cursor = PageCursor.of(query.text("cursor"));
		PipedriveException.require(cursor == null || (cursor.field().equals(sort) && cursor.descending() == descending),
				"the cursor is one of another list");
		return new PersonList(account, query.ids("ids", MOST_IDS), query.id("owner_id"), sort, descending, cursor,
				query.limit(), PersonReply.of(query, account));
	}

	Map<String, Object> answer() {
		List<Person> rest = this.account.persons()
			.stream()
			.filter((person) -> this.ids == null || this.ids.contains(person.id()))
			.filter((person) -> this.owner == null || this.owner == person.ownerId())
			.sorted(order())
			.filter((person) -> this.cursor == null || order().compare(person, this.cursor.person()) >= 0)
			.toList();
		Map<String, @Nullable Object> additional = new HashMap<>();
		additional.put("next_cursor", (rest.size() > this.limit) ? cursorAt(rest.get(this.limit)) : null);
		return Map.of("success", true, "data", rest.stream().limit(this.limit).map(this.reply::toJson).toList(),
				"additional_data", additional);
	}

	private Comparator<Person> order() {
		Comparator<Person> byId = Comparator.comparingLong(Person::id);
		Comparator<Person> order = this.sort.equals("id") ? byId
				: Comparator.comparing(Person::updateTime).thenComparing(byId);
		return this.descending ? order.reversed() : order;
	}

	private String cursorAt(Person person) {
		return new PageCursor(this.sort, this.descending, person.updateTime(), person.id()).toText();
	}

	/** Writes the organizations with these ids. */
	static Map<String, Object> organizations(CrmRequest request, Account account) {
		List<Long> ids = Query.of(request, Set.of("ids", "limit")).ids("ids", MOST_IDS);
		List<Map<String, Object>> found = Objects.requireNonNull(ids)
			.stream()
			.flatMap((id) -> organization(id, account))
			.toList();
		return Map.of("success", true, "data", found);
	}

	static Stream<Map<String, Object>> organization(long id, Account account) {
		return account.organizationName(id).stream().map((name) -> Map.of("id", id, "name", name, "owner_id", 1));
	}

}
