package io.frontlineservice.crm.salesforce;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Translates the owners of customers: users and queues in Salesforce, identities here.
 * Customers of a shared owner belong to every worker. Called by {@link SalesforceCrm} and
 * {@link CustomerRecords}. Thread-safe.
 */
final class CustomerOwners {

	private final SalesforceUsers users;

	/** The shared owners that are configured by their ids. */
	private final Set<String> sharedIds;

	private final Set<WorkerIdentity> sharedIdentities;

	/**
	 * Creates the translation.
	 * @param shared the shared owners: identities of users, or ids
	 */
	CustomerOwners(SalesforceUsers users, List<String> shared) {
		this.users = users;
		Map<Boolean, List<String>> byForm = shared.stream()
			.map(String::strip)
			.filter((owner) -> !owner.isEmpty())
			.collect(Collectors.partitioningBy(SalesforceId::isOwner));
		this.sharedIds = Set.copyOf(byForm.getOrDefault(true, List.of()));
		this.sharedIdentities = WorkerIdentity.setOf(byForm.getOrDefault(false, List.of()));
	}

	/**
	 * Returns the ids of these owners in their order; none if none of them is known in
	 * Salesforce.
	 */
	Set<String> idsOf(Set<WorkerIdentity> owners, Deadline deadline) {
		Set<WorkerIdentity> wanted = new HashSet<>(owners);
		Set<String> ids = new TreeSet<>();
		if (wanted.remove(CrmCustomer.EVERYONE)) {
			ids.addAll(this.sharedIds);
			wanted.addAll(this.sharedIdentities);
		}
		ids.addAll(this.users.idsOf(wanted, deadline));
		return ids;
	}

	/** Returns the identities of these owners by id; an unknown owner has none. */
	Map<String, Set<WorkerIdentity>> identitiesOf(Collection<String> ownerIds, Deadline deadline) {
		List<String> userIds = ownerIds.stream().filter(SalesforceId::isUser).toList();
		Map<String, Set<WorkerIdentity>> identities = new HashMap<>(this.users.identitiesOf(userIds, deadline));
		for (String id : ownerIds) {
			if (isShared(id, identities.getOrDefault(id, Set.of()))) {
				identities.put(id, Set.of(CrmCustomer.EVERYONE));
			}
		}
		return identities;
	}

	private boolean isShared(String id, Set<WorkerIdentity> identities) {
		return identities.stream().anyMatch(this.sharedIdentities::contains)
				|| this.sharedIds.stream().anyMatch((shared) -> SalesforceId.areSame(shared, id));
	}

}
