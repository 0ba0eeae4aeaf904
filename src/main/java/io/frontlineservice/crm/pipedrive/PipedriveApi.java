package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.RateLimit;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The calls of Pipedrive's API that the adapter needs, with what each costs of the
 * account's tokens. Called by {@link PipedriveCrm}. Thread-safe.
 *
 * @see <a href= "https://developers.pipedrive.com/docs/api/v1/Persons">Persons</a>
 */
final class PipedriveApi {

	/** The rate limit of searches, and that of all calls. */
	static final String SEARCHES = "searches";

	static final String CALLS = "calls";

	/** The most persons of a page, and of a search. */
	static final int LONGEST_PAGE = 500;

	/** The most ids in a request. */
	static final int MOST_IDS = 100;

	private static final Duration WINDOW = Duration.ofSeconds(2);

	private static final String PERSONS = "/api/v2/persons";

	private static final String ORGANIZATIONS = "/api/v2/organizations";

	/** The newest persons come first. Unlike other orders, this one never changes. */
	private static final String ORDER = "?sort_by=id&sort_direction=desc&limit=";

	private final PipedriveRequests requests;

	/** Chooses the custom fields of persons. */
	private final String parameters;

	PipedriveApi(CrmApi api, PipedriveSettings settings) {
		this.requests = new PipedriveRequests(api, settings.apiToken());
		this.parameters = PipedriveFields
			.parameters(PipedriveFields.customKeys(PipedriveFields.names(PipedriveFields.of(settings))));
	}

	/** Returns the connection to the account of these settings. */
	static CrmApi connect(PipedriveSettings settings, MeterRegistry meters) {
		RateLimits limits = new RateLimits(List.of(new RateLimit(SEARCHES, settings.searchesPerTwoSeconds(), WINDOW),
				new RateLimit(CALLS, settings.callsPerTwoSeconds(), WINDOW)), meters);
		return CrmApi.of(settings.url(), new PipedriveDialect(), limits, meters);
	}

	/**
	 * Reads a page of persons, the newest first: 10 tokens.
	 * @param user the id of the user who owns them; null for any
	 * @param cursor where to continue; null for the start
	 */
	Page persons(@Nullable String user, @Nullable String cursor, int limit, Deadline deadline) {
		String url = PERSONS + ORDER + limit + ((user != null) ? "&owner_id=" + PipedriveRequests.encoded(user) : "")
				+ PipedriveRequests.cursor(cursor) + this.parameters;
		ApiAnswer answer = this.requests.call(url, deadline, CALLS);
		List<Map<String, Object>> persons = new ArrayList<>();
		PipedriveRequests.elements(answer.body().path("data"))
			.forEach((person) -> persons.add(PersonRecord.of(person)));
		return new Page(persons, PipedriveRequests.next(answer, cursor));
	}

	/**
	 * Reads persons by their ids: 10 tokens for 100 persons, 1 token for one. Those that
	 * were deleted are left out.
	 */
	List<Map<String, Object>> persons(List<Long> ids, Deadline deadline) {
		return byIds(PERSONS, ids, this.parameters, deadline).stream()
			.map(PersonRecord::of)
			.filter((person) -> !PersonRecord.isDeleted(person))
			.toList();
	}

	/** Returns the names of organizations by their ids, for the same tokens. */
	Map<Long, String> organizations(Collection<Long> ids, Deadline deadline) {
		Map<Long, String> names = new HashMap<>();
		for (JsonNode organization : byIds(ORGANIZATIONS, List.copyOf(ids), "", deadline)) {
			names.put(organization.path("id").asLong(-1), organization.path("name").asString(""));
		}
		return names;
	}

	private List<JsonNode> byIds(String resource, List<Long> ids, String more, Deadline deadline) {
		if (ids.size() == 1) {
			return this.requests.find(resource + "/" + ids.get(0) + more.replaceFirst("&", "?"), deadline, CALLS)
				// An id with other digits may be understood as this one.
				.filter((found) -> found.path("id").longValue() == ids.get(0))
				.stream()
				.toList();
		}
		List<JsonNode> found = new ArrayList<>();
		for (int start = 0; start < ids.size(); start += MOST_IDS) {
			String some = ids.subList(start, Math.min(ids.size(), start + MOST_IDS))
				.stream()
				.map(String::valueOf)
				.collect(Collectors.joining(","));
			found.addAll(
					data(resource + "?limit=" + MOST_IDS + "&ids=" + PipedriveRequests.encoded(some) + more, deadline));
		}
		return found;
	}

	/**
	 * Reads a page of what a search finds, the best matches first: 20 tokens.
	 * @param cursor where to continue; null for the start
	 */
	Found search(SearchTerm term, @Nullable String cursor, Deadline deadline) {
		String url = PERSONS + "/search?term=" + PipedriveRequests.encoded(term.text()) + "&fields="
				+ PipedriveRequests.encoded(term.fields()) + (term.isExact() ? "&exact_match=true" : "") + "&limit="
				+ LONGEST_PAGE + PipedriveRequests.cursor(cursor);
		ApiAnswer answer = this.requests.call(url, deadline, SEARCHES, CALLS);
		List<SearchHit> hits = new ArrayList<>();
		PipedriveRequests.elements(answer.body().path("data").path("items"))
			.forEach((it) -> hits.add(SearchHit.of(it.path("item"))));
		return new Found(hits, PipedriveRequests.next(answer, cursor));
	}

	/** Reads all users that are not deactivated: 20 tokens. */
	OwnerIndex users(Deadline deadline) {
		Map<String, String> emails = new HashMap<>();
		for (JsonNode user : data("/api/v1/users", deadline)) {
			String id = PipedriveRequests.object(user).path("id").asString();
			String email = user.path("email").asString("");
			if (user.path("active_flag").asBoolean(true) && !email.isBlank()) {
				emails.put(id, email);
			}
		}
		return new OwnerIndex(emails);
	}

	/** Returns the keys of all fields of persons, for the doctor: 10 tokens. */
	Set<String> fieldKeys(Deadline deadline) {
		Set<String> keys = new HashSet<>();
		data("/api/v2/personFields?limit=" + LONGEST_PAGE, deadline)
			.forEach((field) -> keys.add(field.path("field_code").asString("")));
		return keys;
	}

	private List<JsonNode> data(String url, Deadline deadline) {
		return PipedriveRequests.elements(this.requests.call(url, deadline, CALLS).body().path("data"))
			.valueStream()
			.toList();
	}

	/**
	 * A page of persons.
	 *
	 * @param persons the records of the persons
	 * @param next the cursor of the next page; null at the end
	 */
	record Page(List<Map<String, Object>> persons, @Nullable String next) {
	}

	/**
	 * A page of what a search found.
	 *
	 * @param hits the persons
	 * @param next the cursor of the next page; null at the end
	 */
	record Found(List<SearchHit> hits, @Nullable String next) {
	}

}
