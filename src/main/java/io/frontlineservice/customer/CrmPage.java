package io.frontlineservice.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some customers out of a longer list. Returned by {@link CrmAdapter}. Immutable.
 *
 * @param customers the customers, in the adapter's order
 * @param next the cursor of the page after this one, opaque to all but the adapter; null
 * at the end of the list. It reaches the Frontline app, signed but readable: it must hold
 * no secret.
 */
public record CrmPage(List<CrmCustomer> customers, @Nullable String next) {

	/** A page at the end of a list. */
	public static final CrmPage EMPTY = new CrmPage(List.of(), null);

	public CrmPage {
		customers = List.copyOf(customers);
		if (next != null && customers.isEmpty()) {
			throw new IllegalArgumentException("A page that is not the last has a customer");
		}
	}

	/** Whether there are customers after the last of these. */
	public boolean more() {
		return this.next != null;
	}

}
