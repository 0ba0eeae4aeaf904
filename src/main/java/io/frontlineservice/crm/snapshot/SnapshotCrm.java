package io.frontlineservice.crm.snapshot;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Customers in memory as a CRM. Made by adapters that read all customers at once, called
 * by the guard of package {@code crm}. Thread-safe; each call uses one snapshot.
 */
public final class SnapshotCrm implements CrmAdapter {

	static final Set<CrmCapability> CAPABILITIES = Set.of(CrmCapability.ALPHABETICAL_ORDER, CrmCapability.SEARCH,
			CrmCapability.EXACT_ADDRESS_LOOKUP, CrmCapability.PAGING_AFTER_CUSTOMER, CrmCapability.IN_MEMORY);

	private final Supplier<CustomerSnapshot> snapshot;

	/**
	 * Creates an adapter.
	 * @param snapshot returns the customers that are current
	 */
	public SnapshotCrm(Supplier<CustomerSnapshot> snapshot) {
		this.snapshot = snapshot;
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return CAPABILITIES;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		if (Search.isForAll(search)) {
			return this.snapshot.get().list(audience, null, cursor, limit);
		}
		Search parsed = Search.of(search);
		return parsed.findsNoCustomer() ? CrmPage.EMPTY : this.snapshot.get().list(audience, parsed, cursor, limit);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return this.snapshot.get().byId(customerId);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return this.snapshot.get().byAddress(address, MOST_AT_ONE_ADDRESS);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return cursor(customer);
	}

	static String cursor(CrmCustomer customer) {
		return CustomerOrder.cursor(customer);
	}

	@Override
	public Optional<CustomerSummary> summary() {
		return Optional.of(this.snapshot.get().summary());
	}

}
