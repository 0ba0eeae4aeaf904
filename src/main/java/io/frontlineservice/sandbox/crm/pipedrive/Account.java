package io.frontlineservice.sandbox.crm.pipedrive;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in an account: persons, their custom fields, organizations and users. Changed
 * by the sandbox and by tests, read by {@link PretendPipedrive}. Thread-safe.
 */
public final class Account {

	private static final long FIRST_USER = 7_001;

	private static final long FIRST_ORGANIZATION = 301;

	private final ConcurrentMap<Long, Person> persons = new ConcurrentHashMap<>();

	private final ConcurrentMap<String, CustomField> fields = new ConcurrentHashMap<>();

	private final Map<String, Long> organizations = new LinkedHashMap<>();

	private final Map<Long, User> users = new LinkedHashMap<>();

	private final Clock clock;

	Account(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Adds a custom field of persons.
	 * @param key 40 hexadecimal digits
	 * @param type the type, such as {@code varchar} or {@code user}
	 * @param options the labels of the options by their ids, for {@code enum}
	 */
	public void define(String key, String type, Map<Integer, String> options) {
		if (!key.matches("[0-9a-f]{40}")) {
			throw new IllegalArgumentException("The key of a custom field has 40 hexadecimal digits");
		}
		this.fields.put(key, new CustomField(key, type, Map.copyOf(options)));
	}

	/**
	 * Adds a person, or replaces it.
	 * @param values with the names of version 2, at least {@code name} and
	 * {@code owner_id}: each person has an owner
	 */
	public void put(long id, Map<String, Object> values) {
		if (!values.containsKey("name") || !values.containsKey("owner_id")) {
			throw new IllegalArgumentException("A person has a name and an owner");
		}
		Person person = new Person(id, Map.copyOf(values), now(), false);
		if (!this.fields.keySet().containsAll(person.customFields().keySet())) {
			throw new IllegalArgumentException("There is no such custom field");
		}
		this.persons.put(id, person);
	}

	private String now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/** Deletes a person. For 30 days, it is still found by its id. */
	public void delete(long id) {
		this.persons.computeIfPresent(id, (it, person) -> new Person(id, person.values(), now(), true));
	}

	/** Forgets all persons. */
	public void clear() {
		this.persons.clear();
	}

	/** Returns the id of the organization with that name; adds a missing one. */
	public synchronized long organization(String name) {
		return this.organizations.computeIfAbsent(name, (it) -> FIRST_ORGANIZATION + this.organizations.size());
	}

	/** Returns the id of the user with that e-mail address; adds a missing one. */
	public synchronized long user(String email) {
		for (Map.Entry<Long, User> user : this.users.entrySet()) {
			if (user.getValue().email.equalsIgnoreCase(email)) {
				return user.getKey();
			}
		}
		long id = FIRST_USER + this.users.size();
		this.users.put(id, new User(email, true));
		return id;
	}

	/** Deactivates a user. Its persons keep it as their owner. */
	public synchronized void deactivate(String email) {
		this.users.put(user(email), new User(email, false));
	}

	Optional<Person> person(long id) {
		return Optional.ofNullable(this.persons.get(id));
	}

	/** Returns the persons that are not deleted. */
	List<Person> persons() {
		return this.persons.values().stream().filter((person) -> !person.isDeleted()).toList();
	}

	List<CustomField> fields() {
		return List.copyOf(this.fields.values());
	}

	@Nullable CustomField field(String key) {
		return this.fields.get(key);
	}

	synchronized Optional<String> organizationName(long id) {
		return this.organizations.entrySet()
			.stream()
			.filter((it) -> it.getValue() == id)
			.map(Map.Entry::getKey)
			.findFirst();
	}

	synchronized List<Map<String, Object>> usersToJson() {
		return this.users.entrySet().stream().map((user) -> {
			Map<String, Object> json = new HashMap<>();
			json.put("id", user.getKey());
			json.put("name", user.getValue().email.replaceFirst("@.*", ""));
			json.put("email", user.getValue().email);
			json.put("active_flag", user.getValue().active);
			json.put("is_deleted", false);
			return json;
		}).toList();
	}

	/**
	 * A custom field of persons.
	 *
	 * @param key 40 hexadecimal digits
	 * @param type its type
	 * @param options the labels of the options by their ids
	 */
	record CustomField(String key, String type, Map<Integer, String> options) {
	}

	private record User(String email, boolean active) {
	}

}
