package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.limit.Deadline;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CRM that continues only where one of its own pages ended, as HubSpot does: its cursor
 * is a number of customers, and its pages have a largest size. Used by the tests of
 * paging.
 */
final class NumberedCrm implements CrmAdapter {

	private final List<CrmCustomer> customers;

	private final int largestPage;

	NumberedCrm(List<CrmCustomer> customers, int largestPage) {
		this.customers = customers;
		this.largestPage = largestPage;
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return EnumSet.of(CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP);
	}

	@Override
	public CrmPage list(Audience audience, String search, String cursor, int limit, Deadline deadline) {
		int from = (cursor != null) ? Integer.parseInt(cursor) : 0;
		int end = Math.min(this.customers.size(), from + Math.min(limit, this.largestPage));
		return new CrmPage(this.customers.subList(from, end),
				(end < this.customers.size()) ? String.valueOf(end) : null);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return this.customers.stream().filter((customer) -> customer.id().equals(customerId)).findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return List.of();
	}

}
