package io.frontlineservice.crm.jdbc;

import io.frontlineservice.address.Address;
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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a database, once its tables are prepared. It has no summary: counting
 * millions of customers would delay each start. The doctor counts them. Called by the
 * guard of package {@code crm}. Thread-safe.
 */
final class JdbcCrmAdapter implements CrmAdapter {

	private final CrmAdapter tables;

	private final BooleanSupplier ready;

	JdbcCrmAdapter(CrmAdapter tables, BooleanSupplier ready) {
		this.tables = tables;
		this.ready = ready;
	}

	@Override
	public boolean isReady() {
		return this.ready.getAsBoolean();
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return this.tables.capabilities();
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		return this.tables.list(audience, search, cursor, limit, deadline);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return this.tables.byId(customerId, deadline);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return this.tables.byAddress(address, deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return this.tables.cursorAfter(customer);
	}

	@Override
	public Optional<CustomerSummary> summary() {
		return isReady() ? this.tables.summary() : Optional.empty();
	}

}
