package io.frontlineservice.sandbox.crm.hubspot;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of an account. Changed by the sandbox and by tests, read by
 * {@link PretendHubSpot}. Thread-safe.
 */
public final class Contacts {

	/** Those of HubSpot's own properties that adapters are likely to read. */
	private static final List<String> DEFAULT_PROPERTIES = List.of("hs_object_id", "firstname", "lastname", "email",
			"phone", "mobilephone", "hs_whatsapp_phone_number", "company", "jobtitle", "hs_language", "hs_timezone",
			"hubspot_owner_id", "hs_additional_emails", "fax", "createdate", "lastmodifieddate", "lifecyclestage",
			"hs_searchable_calculated_phone_number", "hs_searchable_calculated_mobile_number");

	private final ConcurrentMap<String, Contact> byId = new ConcurrentHashMap<>();

	private final Set<String> properties = ConcurrentHashMap.newKeySet();

	private final Clock clock;

	Contacts(Clock clock) {
		this.clock = clock;
		this.properties.addAll(DEFAULT_PROPERTIES);
	}

	/** Adds a property that HubSpot does not have by itself. */
	public void define(String property) {
		this.properties.add(property);
	}

	/** Adds a contact, or replaces it. */
	public void put(long id, Map<String, String> values) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.byId.merge(String.valueOf(id), new Contact(String.valueOf(id), values, now, now),
				(old, changed) -> new Contact(changed.id(), changed.properties(), old.createdAt(), now));
	}

	/** Archives a contact. */
	public void remove(long id) {
		this.byId.remove(String.valueOf(id));
	}

	/** Archives all contacts. */
	public void clear() {
		this.byId.clear();
	}

	Optional<Contact> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	List<Contact> all() {
		return List.copyOf(this.byId.values());
	}

	boolean knows(String property) {
		return this.properties.contains(property);
	}

	/**
	 * Writes a contact. An empty property is null; one that the account does not have is
	 * left out.
	 */
	Map<String, Object> toJson(Contact contact, List<String> requested) {
		Map<String, @Nullable String> values = new LinkedHashMap<>();
		Set<String> names = new HashSet<>(requested);
		names.addAll(List.of("createdate", "hs_object_id", "lastmodifieddate"));
		names.stream().filter(this::knows).sorted().forEach((name) -> values.put(name, contact.value(name)));
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", contact.id());
		json.put("properties", values);
		json.put("createdAt", contact.createdAt().toString());
		json.put("updatedAt", contact.updatedAt().toString());
		json.put("archived", false);
		return json;
	}

}
