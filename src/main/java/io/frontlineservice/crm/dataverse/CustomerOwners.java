package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.crm.owner.Ownership;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Translates the owners of customers: users and teams in Dataverse, identities here. A
 * team is a worker only as a shared owner. Called by {@link DataverseCrm} and
 * {@link CustomerRecords}. Thread-safe.
 */
final class CustomerOwners {

	private final DataverseUsers users;

	private final Ownership ownership;

	/** The shared owners that are configured by their ids. */
	private final Set<String> sharedIds;

	/**
	 * Creates the translation.
	 * @param columns the columns of a customer that hold owners
	 */
	CustomerOwners(List<String> columns, DataverseUsers users, DataverseSettings settings) {
		List<String> shared = settings.sharedOwners()
			.stream()
			.map(String::strip)
			.filter((it) -> !it.isEmpty())
			.toList();
		this.users = users;
		this.ownership = new Ownership(columns, shared, settings.withoutOwner());
		this.sharedIds = shared.stream().filter(RowId::isId).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Returns the condition for the customers of an audience that does not see all; empty
	 * if there are none.
	 */
	String condition(Audience audience, Deadline deadline) {
		Set<WorkerIdentity> workers = new HashSet<>(this.ownership.owners(audience));
		Set<String> ids = new TreeSet<>();
		for (String id : this.sharedIds) {
			WorkerIdentity shared = WorkerIdentity.of(id);
			if (workers.contains(shared)) {
				ids.add(id);
				if (!this.users.haveIdsAsIdentities()) {
					workers.remove(shared);
				}
			}
		}
		ids.addAll(this.users.idsOf(workers, deadline));
		List<String> conditions = new ArrayList<>();
		this.ownership.fields()
			.forEach(
					(column) -> ids.stream().filter(RowId::isId).forEach((id) -> conditions.add(column + " eq " + id)));
		if (this.ownership.includesWithoutOwner(audience) && !this.ownership.fields().isEmpty()) {
			conditions
				.add("(" + ODataText.all(this.ownership.fields().stream().map((it) -> it + " eq null").toList()) + ")");
		}
		return conditions.isEmpty() ? "" : ODataText.any(conditions);
	}

	/** Returns these rows with the identities of their owners in place of the ids. */
	List<Map<String, Object>> identified(List<Map<String, Object>> rows, Deadline deadline) {
		Set<String> ids = new HashSet<>();
		rows.forEach((row) -> this.ownership.fields().forEach((column) -> {
			if (row.get(column) instanceof String id && !this.sharedIds.contains(id)) {
				ids.add(id);
			}
		}));
		Map<String, String> identities = new HashMap<>();
		this.users.identitiesOf(ids, deadline)
			.forEach((id, found) -> found.forEach((identity) -> identities.put(id, identity.written())));
		this.sharedIds.forEach((id) -> identities.put(id, id));
		OwnerIndex index = new OwnerIndex(identities);
		return rows.stream().map((row) -> this.ownership.identified(row, index)).toList();
	}

}
