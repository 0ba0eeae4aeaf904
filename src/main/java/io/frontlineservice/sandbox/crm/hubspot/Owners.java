package io.frontlineservice.sandbox.crm.hubspot;

import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The owners of an account: the people who can own contacts. Changed by the sandbox and
 * by tests, read by {@link PretendHubSpot}. Thread-safe.
 */
public final class Owners {

	private static final int DEFAULT_LIMIT = 100;

	private static final int MOST_PER_PAGE = 500;

	private static final long FIRST_ID = 6_166_860;

	private static final long USER_IDS_BELOW = 4_870_241;

	/** The e-mail addresses by the ids. */
	private final Map<Long, String> emails = new LinkedHashMap<>();

	Owners() {
	}

	/** Returns the id of the owner with that e-mail address; adds a missing one. */
	public synchronized long idOf(String email) {
		for (Map.Entry<Long, String> owner : this.emails.entrySet()) {
			if (owner.getValue().equalsIgnoreCase(email)) {
				return owner.getKey();
			}
		}
		long id = FIRST_ID + this.emails.size();
		this.emails.put(id, email);
		return id;
	}

	/** Removes an owner, as deactivating a user does. Contacts keep its id. */
	public synchronized void remove(String email) {
		this.emails.values().removeIf((it) -> it.equalsIgnoreCase(email));
	}

	/** Answers a request for the owners, all or those with an e-mail address. */
	synchronized Map<String, Object> page(CrmRequest request) {
		String email = request.parameter("email");
		List<Map<String, Object>> found = new ArrayList<>();
		this.emails.forEach((id, its) -> {
			if (email == null || its.equalsIgnoreCase(email)) {
				found.add(toJson(id, its));
			}
		});
		int start = number(request, "after", 0);
		int limit = number(request, "limit", DEFAULT_LIMIT);
		if (limit < 1 || limit > MOST_PER_PAGE) {
			throw HubSpotException.invalid("limit must be between 1 and " + MOST_PER_PAGE);
		}
		int end = Math.min(found.size(), start + limit);
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("results", found.subList(Math.min(start, end), end));
		if (end < found.size()) {
			page.put("paging", Map.of("next", Map.of("after", String.valueOf(end))));
		}
		return page;
	}

	private static int number(CrmRequest request, String parameter, int byDefault) {
		try {
			String written = request.parameter(parameter);
			return (written != null) ? Integer.parseInt(written) : byDefault;
		}
		catch (NumberFormatException ex) {
			throw HubSpotException.invalid(parameter + " must be a number");
		}
	}

	private static Map<String, Object> toJson(long id, String email) {
		Map<String, Object> owner = new LinkedHashMap<>();
		owner.put("id", String.valueOf(id));
		owner.put("type", "PERSON");
		owner.put("email", email);
		// Contacts never refer to this one.
		owner.put("userId", id - USER_IDS_BELOW);
		owner.put("archived", false);
		return owner;
	}

}
