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
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
 * failure of a CRM looks like an empty answer. A CRM over the network is called through
 * {@link RemoteCalls}. Makes up for a search or an exact look-up that the CRM does not
 * have: see {@link CrmCapability}. Called by {@code CustomerService} in the adapter's
 * place. Thread-safe.
 */
final class CrmGuard implements CrmAdapter, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CrmGuard.class);

	private final CrmAdapter crm;

	private final CrmBreaker breaker;

	private final RemoteCalls calls;

	CrmGuard(CrmAdapter crm, MeterRegistry meters) {
		this(crm, new CrmBreaker(System::nanoTime), meters);
	}

	CrmGuard(CrmAdapter crm, CrmBreaker breaker, MeterRegistry meters) {
		this.crm = crm;
		this.breaker = breaker;
		this.calls = new RemoteCalls(breaker, meters);
		Gauge.builder("frontline.crm.breaker.open", this, (it) -> it.isBreakerOpen() ? 1 : 0)
			.description("1 while calls of the CRM are refused because too many have failed")
			.register(meters);
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
		CrmOperation operation = search.isBlank() ? CrmOperation.LIST : CrmOperation.SEARCH;
		return guarded(operation, () -> this.crm.list(audience, search, cursor, limit, deadline), deadline);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return guarded(CrmOperation.BY_ID, () -> this.crm.byId(customerId, deadline), deadline);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		List<CrmCustomer> found = guarded(CrmOperation.BY_ADDRESS, () -> this.crm.byAddress(address, deadline),
				deadline);
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

	@Override
	public boolean isReady() {
		return this.crm.isReady();
	}

	/** Whether calls are refused now because too many have failed. */
	boolean isBreakerOpen() {
		return !this.crm.can(CrmCapability.IN_MEMORY) && this.breaker.isOpen();
	}

	private static boolean hasAddress(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((channel) -> channel.toAddress().reachesSameAs(address));
	}

	private <T> T guarded(CrmOperation operation, Supplier<T> call, Deadline deadline) {
		if (deadline.hasPassed()) {
			throw new CrmUnavailableException("The deadline of this callback passed before the CRM was called", null);
		}
		if (!this.crm.isReady()) {
			throw new CrmUnavailableException("The connection to the CRM is not ready", null);
		}
		try {
			return this.crm.can(CrmCapability.IN_MEMORY) ? call.get() : this.calls.call(operation, call::get, deadline);
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
