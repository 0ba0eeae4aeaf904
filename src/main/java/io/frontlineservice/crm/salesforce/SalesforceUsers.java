package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Which user is which worker, as a field of the user says. Several users can have the
 * same identity, because an e-mail address is not unique. An inactive user is not a
 * worker. Answers are kept for up to 10 minutes: who owns a customer is not among them.
 * Called by {@link CustomerOwners} and {@link SalesforceCrm}. Thread-safe.
 */
final class SalesforceUsers {

	private static final Duration LIFE = Duration.ofMinutes(10);

	/** Shorter, so that a new user does not wait long. */
	private static final Duration LIFE_OF_NONE = Duration.ofMinutes(1);

	private static final int MOST_KEPT = 50_000;

	/** So many identities fit into a URL. */
	private static final int IN_ONE_QUERY = 100;

	private static final String USERNAME = "Username";

	private final SalesforceApi api;

	private final String field;

	private final String select;

	private final Cache<WorkerIdentity, Set<User>> users;

	private final Cache<String, Set<WorkerIdentity>> identities;

	SalesforceUsers(SalesforceApi api, SalesforceSettings settings, Ticker ticker) {
		this.api = api;
		this.field = settings.ownerField();
		this.select = "SELECT " + String.join(", ", fieldNames(settings)) + " FROM User WHERE IsActive = true AND ";
		this.users = newCache(ticker);
		this.identities = newCache(ticker);
	}

	private static <K, V> Cache<K, Set<V>> newCache(Ticker ticker) {
		return Caffeine.newBuilder()
			.maximumSize(MOST_KEPT)
			.ticker(ticker)
			.expireAfter(Expiry.<K, Set<V>>creating((key, found) -> found.isEmpty() ? LIFE_OF_NONE : LIFE))
			.build();
	}

	/** Returns the names of the fields of users that the queries read. */
	static Set<String> fieldNames(SalesforceSettings settings) {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(List.of(CustomerObject.ID, settings.ownerField()));
		if (settings.actsAsWorkers()) {
			names.add(USERNAME);
		}
		return names;
	}

	/** Returns the ids of the users with these identities. */
	Set<String> idsOf(Collection<WorkerIdentity> wanted, Deadline deadline) {
		return usersOf(wanted, deadline).stream().map(User::id).collect(Collectors.toSet());
	}

	/**
	 * Returns the username of a worker.
	 * @param identities all identities of the worker
	 * @throws CrmAccessException if there is not exactly one user
	 */
	String usernameOf(Collection<WorkerIdentity> identities, Deadline deadline) {
		Set<User> found = usersOf(identities, deadline);
		if (found.size() != 1) {
			throw new CrmAccessException("Salesforce has " + (found.isEmpty() ? "no active user" : "several users")
					+ " for this worker: exactly one must have the identity of the worker in the field " + this.field
					+ ", which " + SalesforceSettings.PREFIX + ".owner-field names");
		}
		return found.iterator().next().username();
	}

	private Set<User> usersOf(Collection<WorkerIdentity> wanted, Deadline deadline) {
		Map<WorkerIdentity, Set<User>> found = new HashMap<>(this.users.getAllPresent(wanted));
		List<WorkerIdentity> missing = wanted.stream().filter((it) -> !found.containsKey(it)).toList();
		missing.forEach((identity) -> found.put(identity, new HashSet<>()));
		read(this.field, missing.stream().map(WorkerIdentity::key).sorted().toList(), (user, identity) -> {
			found.computeIfAbsent(identity, (it) -> new HashSet<>()).add(user);
			this.identities.put(user.id(), Set.of(identity));
		}, deadline);
		missing.forEach((identity) -> this.users.put(identity, Set.copyOf(found.getOrDefault(identity, Set.of()))));
		Set<User> all = new HashSet<>();
		found.values().forEach(all::addAll);
		return all;
	}

	/**
	 * Returns the identities of users by their ids; none for a user who is not a worker.
	 */
	Map<String, Set<WorkerIdentity>> identitiesOf(Collection<String> userIds, Deadline deadline) {
		Map<String, Set<WorkerIdentity>> found = new HashMap<>(this.identities.getAllPresent(userIds));
		List<String> missing = userIds.stream().filter((it) -> !found.containsKey(it)).sorted().toList();
		missing.forEach((id) -> found.put(id, Set.of()));
		read(CustomerObject.ID, missing, (user, identity) -> found.put(user.id(), Set.of(identity)), deadline);
		missing.forEach((id) -> this.identities.put(id, found.getOrDefault(id, Set.of())));
		return found;
	}

	/** Reads the users with one of these values in a field, some in each query. */
	private void read(String field, List<String> values, BiConsumer<User, WorkerIdentity> user, Deadline deadline) {
		for (int start = 0; start < values.size(); start += IN_ONE_QUERY) {
			List<String> some = values.subList(start, Math.min(values.size(), start + IN_ONE_QUERY));
			for (Map<String, Object> row : this.api.query(this.select + SoqlText.in(field, some), deadline).rows()) {
				if (row.get(CustomerObject.ID) instanceof String id && row.get(this.field) instanceof String identity) {
					user.accept(new User(id, String.valueOf(row.get(USERNAME))), WorkerIdentity.of(identity));
				}
			}
		}
	}

	/**
	 * A user.
	 *
	 * @param username the username, if the service acts as workers
	 */
	private record User(String id, String username) {
	}

}
