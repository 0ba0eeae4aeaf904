package io.frontlineservice.crm.hubspot;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The owners of an account at some moment: who they are in HubSpot, and who they are in
 * Frontline. Held by {@link OwnerDirectory}. Immutable.
 */
final class OwnerIndex {

	private final Map<String, WorkerIdentity> identities = new HashMap<>();

	private final Map<WorkerIdentity, Set<String>> ids = new HashMap<>();

	/**
	 * Creates an index.
	 * @param emails the e-mail addresses by the ids of the owners
	 */
	OwnerIndex(Map<String, String> emails) {
		emails.forEach((id, email) -> {
			WorkerIdentity identity = WorkerIdentity.of(email);
			this.identities.put(id, identity);
			this.ids.computeIfAbsent(identity, (it) -> new LinkedHashSet<>()).add(id);
		});
	}

	/** Returns the identity of an owner; null if it is unknown, or deactivated. */
	@Nullable WorkerIdentity identity(String id) {
		return this.identities.get(id);
	}

	/** Returns the ids of those workers who are owners, sorted. */
	Set<String> ids(Collection<WorkerIdentity> workers) {
		Set<String> found = new TreeSet<>();
		workers.forEach((worker) -> found.addAll(this.ids.getOrDefault(worker, Set.of())));
		return found;
	}

	boolean hasAll(Collection<WorkerIdentity> workers) {
		return this.ids.keySet().containsAll(workers);
	}

	int size() {
		return this.identities.size();
	}

}
