package io.frontlineservice.sandbox.page;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The CRM of the sandbox, which a switch of the page makes slow, busy or unavailable.
 * Called by the guard in place of the adapter. Thread-safe.
 */
final class FaultyCrm implements CrmAdapter {

	/** The delay of each call. A callback may need two calls and has 4 seconds. */
	static final Duration SLOW = Duration.ofMillis(1500);

	private final CrmAdapter crm;

	private final Supplier<State> state;

	FaultyCrm(CrmAdapter crm, Supplier<State> state) {
		this.crm = crm;
		this.state = state;
	}

	@Override
	public Set<CrmCapability> capabilities() {
		Set<CrmCapability> capabilities = EnumSet.noneOf(CrmCapability.class);
		capabilities.addAll(this.crm.capabilities());
		if (this.state.get() != State.HEALTHY) {
			capabilities.remove(CrmCapability.IN_MEMORY);
		}
		return capabilities;
	}

	@Override
	public CrmCaching caching() {
		return this.crm.caching();
	}

	@Override
	public boolean isReady() {
		return this.crm.isReady();
	}

	@Override
	public CrmAdapter actingAs(Worker worker) {
		CrmAdapter own = this.crm.actingAs(worker);
		return (own != this.crm) ? new FaultyCrm(own, this.state) : this;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		applyState();
		return this.crm.list(audience, search, cursor, limit, deadline);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		applyState();
		return this.crm.byId(customerId, deadline);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		applyState();
		return this.crm.byAddress(address, deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return this.crm.cursorAfter(customer);
	}

	@Override
	public Optional<CustomerSummary> summary() {
		return this.crm.summary();
	}

	private void applyState() {
		switch (this.state.get()) {
			case HEALTHY -> {
			}
			case SLOW -> pause();
			case BUSY -> throw new CrmBusyException();
			case DOWN -> throw new CrmUnavailableException("The CRM is switched off on the sandbox's page", null);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(SLOW.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The call of the CRM was interrupted", null);
		}
	}

	/** How the CRM answers. */
	enum State {

		/** Unchanged. */
		HEALTHY,

		/** After a delay of {@link #SLOW}. */
		SLOW,

		/** With a rate limit that is used up. */
		BUSY,

		/** With an error. */
		DOWN

	}

}
