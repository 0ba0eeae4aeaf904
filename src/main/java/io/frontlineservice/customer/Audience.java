package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The customers that a worker may see. Determined by {@link VisibilityRule}, passed to
 * {@link CrmAdapter} as a filter, and checked again by {@link CustomerService}.
 * Immutable.
 *
 * @param all whether the worker may see all customers, including those without an owner
 * @param owners unless all: the worker may see the customers of these owners; with
 * {@link CrmCustomer#EVERYONE} among them, also the customers that belong to everyone
 */
public record Audience(boolean all, Set<WorkerIdentity> owners) {

	/** The audience of a worker who may see all customers. */
	public static final Audience EVERYONE = new Audience(true, Set.of());

	public Audience {
		owners = Set.copyOf(owners);
	}

	/**
	 * Returns the audience of a worker who may see the customers of these workers, and
	 * the customers that belong to everyone.
	 */
	public static Audience of(Collection<WorkerIdentity> workers) {
		Set<WorkerIdentity> owners = new HashSet<>(workers);
		owners.add(CrmCustomer.EVERYONE);
		return new Audience(false, owners);
	}

	/**
	 * Returns the audience of a worker who may see only the customers of these workers.
	 */
	static Audience onlyOf(Collection<WorkerIdentity> workers) {
		return new Audience(false, Set.copyOf(workers));
	}

	/** Returns whether the worker may see this customer. */
	public boolean maySee(CrmCustomer customer) {
		return this.all || !Collections.disjoint(customer.owners(), this.owners);
	}

}
