package io.frontlineservice.load.crm;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CRM with a delay and with outages, which delegates to another one. The service calls
 * it through the guard. Thread-safe.
 */
final class SlowCrm implements CrmAdapter {

	private static final long MILLIS = 20;

	/** A fixed delay in milliseconds. With it, the mode does not count. */
	private static final Integer FIXED = Integer.getInteger("slow-crm.millis");

	private final CrmAdapter customers;

	SlowCrm(CrmAdapter customers) {
		this.customers = customers;
	}

	@Override
	public Set<CrmCapability> capabilities() {
		Set<CrmCapability> capabilities = EnumSet.noneOf(CrmCapability.class);
		capabilities.addAll(this.customers.capabilities());
		capabilities.remove(CrmCapability.IN_MEMORY);
		return capabilities;
	}

	@Override
	public CrmPage list(Audience audience, String search, String cursor, int limit, Deadline deadline) {
		takeTime();
		return this.customers.list(audience, search, cursor, limit, deadline);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		takeTime();
		return this.customers.byId(customerId, deadline);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		takeTime();
		return this.customers.byAddress(address, deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return this.customers.cursorAfter(customer);
	}

	private static void takeTime() {
		CrmMode mode = (FIXED != null) ? CrmMode.ANSWERING : CrmMode.now();
		long millis = (FIXED != null) ? FIXED : MILLIS;
		try {
			Thread.sleep((mode == CrmMode.HANGING) ? Long.MAX_VALUE : millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The call to the CRM was interrupted", ex);
		}
		if (mode == CrmMode.FAILING) {
			throw new IllegalStateException("The CRM fails");
		}
	}

}
