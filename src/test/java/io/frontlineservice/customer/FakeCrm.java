package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.limit.Deadline;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A CRM in memory that can also break the rules of {@link CrmAdapter}. Used by the tests
 * of the guard and of {@link CustomerService}.
 */
public class FakeCrm implements CrmAdapter {

	private volatile List<CrmCustomer> customers;

	private final AtomicInteger calls = new AtomicInteger();

	private Runnable onCall = () -> {
	};

	private Runnable onAddress = () -> {
	};

	private final Set<CrmCapability> capabilities = EnumSet.of(CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP,
			CrmCapability.PAGING_AFTER_CUSTOMER);

	private boolean heedsAudience = true;

	private CrmCaching caching = CrmCaching.NONE;

	public FakeCrm(CrmCustomer... customers) {
		this(List.of(customers));
	}

	public FakeCrm(List<CrmCustomer> customers) {
		this.customers = List.copyOf(customers);
	}

	/** Runs this in every call before it returns. */
	public FakeCrm onCall(Runnable onCall) {
		this.onCall = onCall;
		return this;
	}

	/** Runs this also in each call of {@link #byAddress}. */
	public FakeCrm onAddress(Runnable onAddress) {
		this.onAddress = onAddress;
		return this;
	}

	public FakeCrm inMemory(boolean inMemory) {
		return inMemory ? with(CrmCapability.IN_MEMORY) : without(CrmCapability.IN_MEMORY);
	}

	public FakeCrm with(CrmCapability capability) {
		this.capabilities.add(capability);
		return this;
	}

	public FakeCrm without(CrmCapability capability) {
		this.capabilities.remove(capability);
		return this;
	}

	/** Makes this CRM ignore the audience and return customers of all workers. */
	public FakeCrm ignoringAudiences() {
		this.heedsAudience = false;
		return this;
	}

	/** Lets the service keep the answers of this CRM in memory. */
	public FakeCrm cached() {
		this.caching = CrmCaching.ANSWERS;
		return this;
	}

	/** Replaces all customers. */
	public void change(CrmCustomer... others) {
		this.customers = List.of(others);
	}

	/** Returns the number of calls. */
	public int calls() {
		return this.calls.get();
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return this.capabilities;
	}

	@Override
	public CrmCaching caching() {
		return this.caching;
	}

	@Override
	public CrmPage list(Audience audience, String search, String cursor, int limit, Deadline deadline) {
		called();
		List<CrmCustomer> found = this.customers.stream()
			.filter((customer) -> !this.heedsAudience || audience.maySee(customer))
			.filter((customer) -> customer.name().contains(search))
			.toList();
		int from = (cursor != null) ? TestCustomers.ids(found).indexOf(cursor) + 1 : 0;
		int end = Math.min(found.size(), from + limit);
		return new CrmPage(found.subList(from, end), (end < found.size()) ? found.get(end - 1).id().value() : null);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		called();
		return this.customers.stream().filter((customer) -> Objects.equals(customer.id(), customerId)).findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		called();
		this.onAddress.run();
		return this.customers.stream()
			.filter((customer) -> customer.channels()
				.stream()
				.anyMatch((channel) -> channel.toAddress().reachesSameAs(address)))
			.limit(MOST_AT_ONE_ADDRESS)
			.toList();
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return customer.id().value();
	}

	@Override
	public Optional<CustomerSummary> summary() {
		return Optional.of(CustomerSummary.of(this.customers));
	}

	private void called() {
		this.calls.incrementAndGet();
		this.onCall.run();
	}

}
