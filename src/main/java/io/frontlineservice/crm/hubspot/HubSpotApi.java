package io.frontlineservice.crm.hubspot;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.Authorization;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.RateLimit;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * The calls of HubSpot's API that the adapter needs. Called by {@link HubSpotCrm}.
 * Thread-safe.
 */
final class HubSpotApi {

	/** The rate limit of searches, and that of all calls. */
	static final String SEARCHES = "searches";

	static final String ALL_CALLS = "calls";

	/** A version is supported for 18 months. */
	private static final String VERSION = "2026-09";

	private static final String CONTACTS = "/crm/objects/" + VERSION + "/contacts";

	private static final String OWNERS = "/crm/owners/" + VERSION + "?limit=500";

	/** 10,000 owners: more are a mistake of the answers. */
	private static final int MOST_OWNER_PAGES = 20;

	private final CrmApi api;

	HubSpotApi(CrmApi api) {
		this.api = api;
	}

	/** Returns the connection to the account of these settings. */
	static CrmApi connect(HubSpotSettings settings, MeterRegistry meters) {
		RateLimits limits = new RateLimits(
				List.of(new RateLimit(SEARCHES, settings.searchesPerSecond(), Duration.ofSeconds(1)),
						new RateLimit(ALL_CALLS, settings.callsPerTenSeconds(), Duration.ofSeconds(10))),
				meters);
		return CrmApi.of(settings.url(), new HubSpotDialect(), limits, meters)
			.authorized(Authorization.bearer(settings.accessToken()));
	}

	/** Searches contacts. */
	ContactWindow search(ContactSearch search, Deadline deadline) {
		ApiAnswer answer = this.api.call(ApiRequest.post(CONTACTS + "/search", search, SEARCHES, ALL_CALLS), deadline);
		int start = (search.after() != null) ? Integer.parseInt(search.after()) : 0;
		List<Map<String, Object>> contacts = new ArrayList<>();
		results(answer).forEach((contact) -> contacts.add(values(contact)));
		boolean more = next(answer) != null && start + contacts.size() < ContactSearch.MOST_RESULTS;
		return new ContactWindow(start, contacts, more, answer.body().path("total").asInt(0));
	}

	/** Reads one contact; empty if it does not exist. */
	Optional<Map<String, Object>> contact(CustomerId id, List<String> properties, Deadline deadline) {
		String url = CONTACTS + "/" + encoded(id.value()) + "?properties=" + encoded(String.join(",", properties));
		return this.api.find(ApiRequest.get(url, ALL_CALLS), deadline)
			.map((answer) -> values(answer.body()))
			// An id with other digits may be understood as this one.
			.filter((contact) -> id.value().equals(contact.get("id")));
	}

	/** Reads all owners. */
	OwnerIndex owners(Deadline deadline) {
		Map<String, String> emails = new HashMap<>();
		String after = "";
		for (int pages = 0; after != null && pages < MOST_OWNER_PAGES; pages++) {
			String url = after.isEmpty() ? OWNERS : OWNERS + "&after=" + encoded(after);
			ApiAnswer answer = this.api.call(ApiRequest.get(url, ALL_CALLS), deadline);
			for (JsonNode owner : results(answer)) {
				String id = id(owner);
				String email = owner.path("email").asString("");
				if (!email.isBlank()) {
					emails.put(id, email);
				}
			}
			after = next(answer);
		}
		return new OwnerIndex(emails);
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	private static JsonNode results(ApiAnswer answer) {
		JsonNode results = answer.body().path("results");
		if (!results.isArray()) {
			throw CrmErrorException.unreadable();
		}
		return results;
	}

	/** Where to continue; null at the end, where {@code paging} is absent. */
	private static @Nullable String next(ApiAnswer answer) {
		String next = answer.body().path("paging").path("next").path("after").asString("");
		return next.isEmpty() ? null : next;
	}

	/** The properties that have a value, and what the contact has beside them. */
	private static Map<String, Object> values(JsonNode contact) {
		Map<String, Object> values = new HashMap<>();
		values.put("id", id(contact));
		contact.path("properties")
			.properties()
			.forEach((property) -> put(property.getKey(), property.getValue(), values));
		HubSpotFields.ENVELOPE.forEach((name) -> put(name, contact.path(name), values));
		return Map.copyOf(values);
	}

	private static String id(JsonNode object) {
		String id = object.path("id").asString("");
		if (id.isEmpty()) {
			throw CrmErrorException.unreadable();
		}
		return id;
	}

	private static void put(String name, JsonNode value, Map<String, Object> values) {
		if (value.isValueNode() && !value.isNull()) {
			values.put(name, value.asString());
		}
	}

}
