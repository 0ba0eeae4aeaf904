package io.frontlineservice.customer;

import java.util.List;

/**
 * Some customers out of a longer list. Returned by {@link CrmAdapter}. Immutable.
 *
 * @param customers the customers, in the adapter's order
 * @param more whether there are further ones after the last of these
 */
public record CrmPage(List<CrmCustomer> customers, boolean more) {

	/** A page at the end of a list. */
	public static final CrmPage EMPTY = new CrmPage(List.of(), false);

	public CrmPage {
		customers = List.copyOf(customers);
		if (more && customers.isEmpty()) {
			throw new IllegalArgumentException("A page with more behind it has a customer to go on after");
		}
	}

}
