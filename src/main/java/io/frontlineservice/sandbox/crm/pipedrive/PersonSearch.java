package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search of persons: each word must occur somewhere in the searched fields, which are
 * compared as they were typed, numbers too. The best matches come first. Pipedrive does
 * not document more of how it compares. Made for each request. Immutable.
 *
 * @param term the words, in lower case
 * @param fields the fields to search
 * @param isExact whether a field must be the term
 * @param start how many matches are on earlier pages
 */
record PersonSearch(Account account, String term, List<String> fields, boolean isExact, int limit, int start) {

	private static final Set<String> PARAMETERS = Set.of("term", "fields", "exact_match", "limit", "cursor");

	private static final List<String> FIELDS = List.of("name", "email", "phone", "notes", "custom_fields");

	private static final String CURSOR = "search-";

	static PersonSearch of(CrmRequest request, Account account) {
		Query query = Query.of(request, PARAMETERS);
		boolean isExact = query.flag("exact_match");
		String term = Objects.requireNonNullElse(query.text("term"), "").strip().toLowerCase(Locale.ROOT);
		PipedriveException.require(term.length() >= (isExact ? 1 : 2), "term must have at least 2 characters");
		List<String> fields = query.texts("fields");
		PipedriveException.require(FIELDS.containsAll(fields), "there is no such field to search");
		return new PersonSearch(account, term, fields.isEmpty() ? FIELDS : fields, isExact, query.limit(),
				start(query.text("cursor")));
	}

	private static int start(@Nullable String cursor) {
		PipedriveException.require(cursor == null || cursor.matches(CURSOR + "\\d{1,6}"), "the cursor is invalid");
		return (cursor != null) ? Integer.parseInt(cursor.substring(CURSOR.length())) : 0;
	}

	Map<String, Object> answer() {
		List<Person> found = this.account.persons()
			.stream()
			.filter(this::matches)
			.sorted(Comparator.comparingDouble(this::score).reversed().thenComparing(Person::updateTime))
			.toList();
		int end = Math.min(found.size(), this.start + this.limit);
		List<Map<String, Object>> items = new ArrayList<>();
		for (Person person : found.subList(Math.min(this.start, end), end)) {
			items.add(Map.of("result_score", score(person), "item", item(person)));
		}
		Map<String, @Nullable Object> additional = new HashMap<>();
		additional.put("next_cursor", (end < found.size()) ? CURSOR + end : null);
		return Map.of("success", true, "data", Map.of("items", items), "additional_data", additional);
	}

	private Stream<String> searched(Person person) {
		return this.fields.stream().flatMap(person::searched).map((text) -> text.toLowerCase(Locale.ROOT));
	}

	private boolean matches(Person person) {
		if (this.isExact) {
			return searched(person).anyMatch(this.term::equals);
		}
		return Arrays.stream(this.term.split("\\s+"))
			.allMatch((word) -> searched(person).anyMatch((text) -> text.contains(word)));
	}

	private double score(Person person) {
		String name = person.name().toLowerCase(Locale.ROOT);
		return name.equals(this.term) ? 1 : name.startsWith(this.term) ? 0.8 : 0.5;
	}

	private Map<String, @Nullable Object> item(Person person) {
		Long orgId = person.orgId();
		Map<String, @Nullable Object> item = new HashMap<>();
		item.put("id", person.id());
		item.put("type", "person");
		item.put("name", person.name());
		item.put("phones", person.texts("phones"));
		item.put("emails", person.texts("emails"));
		item.put("visible_to", 3);
		item.put("owner", Map.of("id", person.ownerId()));
		item.put("organization",
				(orgId != null) ? Map.of("id", orgId, "name", this.account.organizationName(orgId).orElse("")) : null);
		item.put("custom_fields", person.customTexts());
		item.put("notes", List.of());
		return item;
	}

}
