package io.frontlineservice.crm.rest;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Translates owners: the values by which the API filters, and the workers who own a
 * customer. Customers of a shared owner belong to every worker. Used by {@link RestCrm}.
 * Immutable.
 */
final class OwnerFilter {

	private final Set<WorkerIdentity> shared;

	private final @Nullable Pattern form;

	private final @Nullable String separator;

	OwnerFilter(RestSettings settings) {
		List<String> owners = settings.sharedOwners();
		this.shared = WorkerIdentity.setOf((owners != null) ? owners : List.of());
		this.form = (settings.ownerPattern() != null) ? Pattern.compile(settings.ownerPattern()) : null;
		this.separator = settings.listSeparator();
	}

	/**
	 * Returns the values for an audience that does not see all customers, sorted; none if
	 * it can see no customer.
	 */
	Set<String> values(Audience audience) {
		Set<WorkerIdentity> owners = new HashSet<>(audience.owners());
		if (owners.remove(CrmCustomer.EVERYONE)) {
			owners.addAll(this.shared);
		}
		return owners.stream()
			.map(WorkerIdentity::written)
			.filter((owner) -> !owner.isBlank())
			.filter((owner) -> this.form == null || this.form.matcher(owner).matches())
			// It would be read as two owners.
			.filter((owner) -> this.separator == null || !owner.contains(this.separator))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Returns the customer as one of every worker, if one of its owners is shared. */
	CrmCustomer translated(CrmCustomer customer) {
		if (customer.owners().stream().noneMatch(this.shared::contains)) {
			return customer;
		}
		Set<WorkerIdentity> owners = new HashSet<>(customer.owners());
		owners.removeAll(this.shared);
		owners.add(CrmCustomer.EVERYONE);
		return customer.withOwners(owners);
	}

}
