package io.frontlineservice.crm.owner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which user of a CRM is which worker, asked for only the users that are needed: for CRMs
 * whose accounts can have tens of thousands. Several users can have the same identity,
 * because an e-mail address need not be unique. Answers are kept for up to 10 minutes:
 * who owns a customer is not among them. Used by adapters. Thread-safe.
 */
public final class UserDirectory {

	private static final Duration LIFE = Duration.ofMinutes(10);

	/** Shorter, so that a new user does not wait long. */
	private static final Duration LIFE_OF_NONE = Duration.ofMinutes(1);

	private static final int MOST_KEPT = 50_000;

	private final Source source;

	/** So many values fit into one query of the CRM. */
	private final int inOneQuery;

	private final Cache<WorkerIdentity, Set<User>> users;

	private final Cache<String, Set<WorkerIdentity>> identities;

	/**
	 * Creates a directory that has not read anything yet.
	 * @param inOneQuery the most values of one query
	 * @param ticker a monotonic clock
	 */
	public UserDirectory(Source source, int inOneQuery, Ticker ticker) {
		this.source = source;
		this.inOneQuery = inOneQuery;
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

	/**
	 * Returns the ids of the users with these identities.
	 * @throws CrmUnavailableException if they have to be read and the CRM cannot answer
	 */
	public Set<String> idsOf(Collection<WorkerIdentity> wanted, Deadline deadline) {
		return usersOf(wanted, deadline).stream().map(User::id).collect(Collectors.toSet());
	}

	/**
	 * Returns the users with these identities.
	 * @throws CrmUnavailableException if they have to be read and the CRM cannot answer
	 */
	public Set<User> usersOf(Collection<WorkerIdentity> wanted, Deadline deadline) {
		Map<WorkerIdentity, Set<User>> found = new HashMap<>(this.users.getAllPresent(wanted));
		List<WorkerIdentity> missing = wanted.stream().filter((it) -> !found.containsKey(it)).distinct().toList();
		missing.forEach((identity) -> found.put(identity, new HashSet<>()));
		read(Key.IDENTITY, missing.stream().map(WorkerIdentity::key).sorted().toList(), (user) -> {
			Set<User> of = missing.contains(user.identity()) ? found.get(user.identity()) : null;
			// The CRM may compare differently, and find users of other workers too.
			if (of != null) {
				of.add(user);
				this.identities.put(user.id(), Set.of(user.identity()));
			}
		}, deadline);
		missing.forEach((identity) -> this.users.put(identity, Set.copyOf(found.getOrDefault(identity, Set.of()))));
		Set<User> all = new HashSet<>();
		found.values().forEach(all::addAll);
		return all;
	}

	/**
	 * Returns the identities of users by their ids; none for a user who is not a worker.
	 * @throws CrmUnavailableException if they have to be read and the CRM cannot answer
	 */
	public Map<String, Set<WorkerIdentity>> identitiesOf(Collection<String> userIds, Deadline deadline) {
		Map<String, Set<WorkerIdentity>> found = new HashMap<>(this.identities.getAllPresent(userIds));
		List<String> missing = userIds.stream().filter((it) -> !found.containsKey(it)).distinct().sorted().toList();
		missing.forEach((id) -> found.put(id, Set.of()));
		read(Key.ID, missing, (user) -> found.put(user.id(), Set.of(user.identity())), deadline);
		missing.forEach((id) -> this.identities.put(id, found.getOrDefault(id, Set.of())));
		return found;
	}

	private void read(Key key, List<String> values, Consumer<User> user, Deadline deadline) {
		for (int start = 0; start < values.size(); start += this.inOneQuery) {
			List<String> some = values.subList(start, Math.min(values.size(), start + this.inOneQuery));
			this.source.read(key, some, deadline).forEach(user);
		}
	}

	/** By what users are asked for. */
	public enum Key {

		/** By their ids in the CRM. */
		ID,

		/** By the identities of workers, in lower case. */
		IDENTITY

	}

	/** Reads users from the CRM. Implementations are thread-safe. */
	@FunctionalInterface
	public interface Source {

		/**
		 * Returns the active users with one of these values.
		 * @throws CrmUnavailableException if the CRM cannot answer
		 */
		List<User> read(Key key, List<String> values, Deadline deadline);

	}

	/**
	 * A user.
	 *
	 * @param id the id in the CRM
	 * @param identity the worker
	 * @param account what names the user when the service acts as the worker; empty if it
	 * does not
	 */
	public record User(String id, WorkerIdentity identity, String account) {

	}

}
