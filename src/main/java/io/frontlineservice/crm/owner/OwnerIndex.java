package io.frontlineservice.crm.owner;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The owners of an account at some moment: who they are in the CRM, and who they are in
 * Frontline. Held by {@link OwnerDirectory}. Immutable.
 */
public final class OwnerIndex {

	private final Map<String, WorkerIdentity> identities = new HashMap<>();

	private final Map<WorkerIdentity, Set<String>> ids = new HashMap<>();

	/**
	 * Creates an index.
	 * @param emails the e-mail addresses by the ids of the owners
	 */
	public OwnerIndex(Map<String, String> emails) {
		emails.forEach((id, email) -> {
			WorkerIdentity identity = WorkerIdentity.of(email);
			this.identities.put(id, identity);
			this.ids.computeIfAbsent(identity, (it) -> new LinkedHashSet<>()).add(id);
		});
	}

	/** Returns the identity of an owner; null if it is unknown, or deactivated. */
	public @Nullable WorkerIdentity identity(String id) {
		return this.identities.get(id);
	}

	/** Returns the ids of those workers who are owners, sorted. */
	public Set<String> ids(Collection<WorkerIdentity> workers) {
		Set<String> found = new TreeSet<>();
		workers.forEach((worker) -> found.addAll(this.ids.getOrDefault(worker, Set.of())));
		return found;
	}

	/** Whether each of these workers is an owner. */
	public boolean hasAll(Collection<WorkerIdentity> workers) {
		return this.ids.keySet().containsAll(workers);
	}

	/** Returns how many owners there are. */
	public int size() {
		return this.identities.size();
	}

}
