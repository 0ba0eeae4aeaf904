package io.frontlineservice.customer;

import java.util.Collection;
import java.util.Set;

/**
 * Whose customers a worker may see. Decided by {@link VisibilityRule}, told to
 * {@link CrmAdapter}, and checked again by {@link CustomerService}. Immutable.
 *
 * @param everyone whether all customers may be seen, also those without an owner
 * @param owners otherwise, the identities whose customers may be seen, in lower case
 */
public record Audience(boolean everyone, Set<String> owners) {

	/** May see all customers. */
	public static final Audience EVERYONE = new Audience(true, Set.of());

	public Audience {
		owners = Set.copyOf(owners);
	}

	/** May see the customers of these workers, and those who belong to all. */
	public static Audience of(Collection<String> owners) {
		return new Audience(false, Set.copyOf(owners));
	}

	/** Whether this customer may be seen. */
	public boolean maySee(CrmCustomer customer) {
		if (this.everyone || customer.owners().contains(CrmCustomer.EVERYONE)) {
			return true;
		}
		for (String owner : customer.owners()) {
			if (this.owners.contains(owner)) {
				return true;
			}
		}
		return false;
	}

}
