package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose customers a worker may see. Decided by {@link VisibilityRule}, told to
 * {@link CrmAdapter}, and checked again by {@link CustomerService}. Immutable.
 *
 * @param all whether all customers may be seen, also those without an owner
 * @param owners otherwise, the owners whose customers may be seen;
 * {@link CrmCustomer#EVERYONE} among them for the customers who belong to all
 */
public record Audience(boolean all, Set<WorkerIdentity> owners) {

	/** May see all customers. */
	public static final Audience EVERYONE = new Audience(true, Set.of());

	public Audience {
		owners = Set.copyOf(owners);
	}

	/** May see the customers of these workers, and those who belong to all. */
	public static Audience of(Collection<WorkerIdentity> workers) {
		Set<WorkerIdentity> owners = new HashSet<>(workers);
		owners.add(CrmCustomer.EVERYONE);
		return new Audience(false, owners);
	}

	/** May see the customers of these workers alone. */
	static Audience onlyOf(Collection<WorkerIdentity> workers) {
		return new Audience(false, Set.copyOf(workers));
	}

	/** Whether this customer may be seen. */
	public boolean maySee(CrmCustomer customer) {
		return this.all || !Collections.disjoint(customer.owners(), this.owners);
	}

}
