package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which user is which worker, as a field of the user says. Several users can have the
 * same identity, because an e-mail address is not unique. An inactive user is not a
 * worker. Answers are kept for up to 10 minutes: who owns a customer is not among them.
 * Called by {@link CustomerOwners}. Thread-safe.
 */
final class SalesforceUsers {

	private static final Duration LIFE = Duration.ofMinutes(10);

	/** Shorter, so that a new user does not wait long. */
	private static final Duration LIFE_OF_NONE = Duration.ofMinutes(1);

	private static final int MOST_KEPT = 50_000;

	/** So many identities fit into a URL. */
	private static final int IN_ONE_QUERY = 100;

	private final SalesforceApi api;

	private final String field;

	private final Cache<WorkerIdentity, Set<String>> ids;

	private final Cache<String, Set<WorkerIdentity>> identities;

	/**
	 * Creates the users.
	 * @param field the field of a user that holds the identity of the worker
	 */
	SalesforceUsers(SalesforceApi api, String field, Ticker ticker) {
		this.api = api;
		this.field = field;
		this.ids = newCache(ticker);
		this.identities = newCache(ticker);
	}

	private static <K, V> Cache<K, Set<V>> newCache(Ticker ticker) {
		return Caffeine.newBuilder()
			.maximumSize(MOST_KEPT)
			.ticker(ticker)
			.expireAfter(Expiry.<K, Set<V>>creating((key, found) -> found.isEmpty() ? LIFE_OF_NONE : LIFE))
			.build();
	}

	/** Returns the ids of the users with these identities. */
	Set<String> idsOf(Collection<WorkerIdentity> wanted, Deadline deadline) {
		Map<WorkerIdentity, Set<String>> found = new HashMap<>(this.ids.getAllPresent(wanted));
		List<WorkerIdentity> missing = wanted.stream().filter((it) -> !found.containsKey(it)).toList();
		missing.forEach((identity) -> found.put(identity, new HashSet<>()));
		read(this.field, missing.stream().map(WorkerIdentity::key).sorted().toList(), (id, identity) -> {
			found.computeIfAbsent(identity, (it) -> new HashSet<>()).add(id);
			this.identities.put(id, Set.of(identity));
		}, deadline);
		missing.forEach((identity) -> this.ids.put(identity, Set.copyOf(found.getOrDefault(identity, Set.of()))));
		Set<String> all = new HashSet<>();
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
		read(CustomerObject.ID, missing, (id, identity) -> found.put(id, Set.of(identity)), deadline);
		missing.forEach((id) -> this.identities.put(id, found.getOrDefault(id, Set.of())));
		return found;
	}

	/** Reads the users with one of these values in a field, some in each query. */
	private void read(String field, List<String> values, BiConsumer<String, WorkerIdentity> user, Deadline deadline) {
		for (int start = 0; start < values.size(); start += IN_ONE_QUERY) {
			List<String> some = values.subList(start, Math.min(values.size(), start + IN_ONE_QUERY));
			String query = "SELECT Id, " + this.field + " FROM User WHERE IsActive = true AND "
					+ SoqlText.in(field, some);
			for (Map<String, Object> row : this.api.query(query, deadline).rows()) {
				if (row.get(CustomerObject.ID) instanceof String id && row.get(this.field) instanceof String identity) {
					user.accept(id, WorkerIdentity.of(identity));
				}
			}
		}
	}

}
