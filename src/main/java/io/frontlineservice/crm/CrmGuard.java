package io.frontlineservice.crm;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.limit.BoundedCalls;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in front of every adapter, so that no callback waits beyond its deadline and no
 * failure of a CRM looks like an empty answer. Makes up for a search or an exact look-up
 * that the CRM does not have: see {@link CrmCapability}. Called by
 * {@code CustomerService} in the adapter's place. Thread-safe.
 */
final class CrmGuard implements CrmAdapter, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CrmGuard.class);

	/** The most concurrent calls; further ones are refused immediately. */
	static final int CALLS_AT_ONCE = 64;

	private final CrmAdapter crm;

	private final BoundedCalls calls = new BoundedCalls("crm-call", CALLS_AT_ONCE);

	CrmGuard(CrmAdapter crm) {
		this.crm = crm;
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return this.crm.capabilities();
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		if (!search.isBlank() && !this.crm.can(CrmCapability.SEARCH)) {
			return CrmPage.EMPTY;
		}
		return guarded(() -> this.crm.list(audience, search, cursor, limit, deadline), deadline);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return guarded(() -> this.crm.byId(customerId, deadline), deadline);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		List<CrmCustomer> found = guarded(() -> this.crm.byAddress(address, deadline), deadline);
		return this.crm.can(CrmCapability.EXACT_ADDRESS_LOOKUP) ? found
				: found.stream().filter((customer) -> hasAddress(customer, address)).toList();
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return this.crm.cursorAfter(customer);
	}

	@Override
	public Optional<CustomerSummary> summary() {
		return this.crm.summary();
	}

	private static boolean hasAddress(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((channel) -> channel.toAddress().reachesSameAs(address));
	}

	private <T> T guarded(Supplier<T> call, Deadline deadline) {
		if (deadline.hasPassed()) {
			throw new CrmUnavailableException("The deadline of this callback passed before the CRM was called", null);
		}
		try {
			return this.crm.can(CrmCapability.IN_MEMORY) ? call.get() : this.calls.call(call::get, deadline);
		}
		catch (UnansweredCallException ex) {
			throw unavailable(ex);
		}
		catch (CrmUnavailableException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw failed(ex);
		}
	}

	private static CrmUnavailableException unavailable(UnansweredCallException ex) {
		return switch (ex.reason()) {
			case TOO_MANY -> new CrmUnavailableException("Too many calls are waiting for the CRM", null);
			case LATE -> new CrmUnavailableException("The CRM did not answer in time", null);
			case STOPPING -> new CrmUnavailableException("The service is stopping", null);
			case FAILED -> failed(Objects.requireNonNull(ex.getCause()));
		};
	}

	private static CrmUnavailableException failed(Throwable failure) {
		if (failure instanceof CrmUnavailableException unavailable) {
			return unavailable;
		}
		logger.warn("The CRM adapter failed with {}", failure.getClass().getName());
		return new CrmUnavailableException("The call of the CRM failed", failure);
	}

	@Override
	public void close() {
		this.calls.close();
	}

}
