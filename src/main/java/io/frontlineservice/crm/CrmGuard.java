package io.frontlineservice.crm;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.CrmQuestion.ByAddress;
import io.frontlineservice.crm.CrmQuestion.ById;
import io.frontlineservice.crm.CrmQuestion.Listed;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of every adapter, so that no callback waits beyond its deadline and no
 * failure of a CRM looks like an empty answer. The order is: deadline, {@link CachedCalls
 * answers in memory} if the adapter wants them, {@link RemoteCalls limit and breaker}
 * unless it is in memory itself, one attempt. Makes up for a search or an exact look-up
 * that the CRM does not have: see {@link CrmCapability}. Called by
 * {@code CustomerService} in the adapter's place. Thread-safe.
 */
final class CrmGuard implements CrmAdapter, AutoCloseable {

	private final CrmAdapter crm;

	private final CrmBreaker breaker;

	private final CallHistory history;

	private final AdapterCalls calls;

	private final @Nullable CachedCalls cached;

	/** The worker that the adapter acts as; null if it acts as none. */
	private final @Nullable WorkerIdentity asker;

	CrmGuard(CrmAdapter crm, CrmSettings settings, CrmCacheSettings cache, MeterRegistry meters) {
		this(crm, settings, cache, new CrmBreaker(System::nanoTime), System::nanoTime, meters);
	}

	CrmGuard(CrmAdapter crm, CrmSettings settings, CrmCacheSettings cache, CrmBreaker breaker, LongSupplier nanoTime,
			MeterRegistry meters) {
		this.crm = crm;
		this.asker = null;
		this.breaker = breaker;
		this.history = new CallHistory(nanoTime);
		this.calls = new AdapterCalls(crm, new RemoteCalls(settings.callsAtOnce(), breaker, this.history, meters));
		this.cached = (crm.caching() == CrmCaching.ANSWERS) ? new CachedCalls(cache, breaker, nanoTime, meters) : null;
		Gauge.builder("frontline.crm.breaker.open", this, (it) -> it.isBreakerOpen() ? 1 : 0)
			.description("1 while calls of the CRM are refused because too many have failed")
			.register(meters);
	}

	/** Shares everything with that guard but the answers in memory. */
	private CrmGuard(CrmGuard guard, CrmAdapter crm, WorkerIdentity asker) {
		this.crm = crm;
		this.asker = asker;
		this.breaker = guard.breaker;
		this.history = guard.history;
		this.calls = guard.calls;
		this.cached = guard.cached;
	}

	@Override
	public CrmAdapter actingAs(Worker worker) {
		CrmAdapter own = this.crm.actingAs(worker);
		return (own != this.crm) ? new CrmGuard(this, own, worker.identity()) : this;
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
		return ask(new Listed(this.asker, audience, search, cursor, limit), deadline,
				(end) -> this.crm.list(audience, search, cursor, limit, end));
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return ask(new ById(this.asker, customerId), deadline,
				(end) -> new CrmPage(this.crm.byId(customerId, end).stream().toList(), null))
			.customers()
			.stream()
			.findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		List<CrmCustomer> found = ask(new ByAddress(this.asker, address), deadline,
				(end) -> new CrmPage(this.crm.byAddress(address, end), null))
			.customers();
		return this.crm.can(CrmCapability.EXACT_ADDRESS_LOOKUP) ? found
				: found.stream().filter((customer) -> hasAddress(customer, address)).toList();
	}

	@Override
	public CrmCaching caching() {
		return this.crm.caching();
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

	/** Returns how the last calls ended. */
	CallHistory history() {
		return this.history;
	}

	private static boolean hasAddress(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((channel) -> channel.toAddress().reachesSameAs(address));
	}

	private CrmPage ask(CrmQuestion question, Deadline deadline, Function<Deadline, CrmPage> call) {
		if (deadline.hasPassed()) {
			throw new CrmUnavailableException("The deadline of this callback passed before the CRM was called", null);
		}
		if (!this.crm.isReady()) {
			throw new CrmUnavailableException("The connection to the CRM is not ready", null);
		}
		Function<Deadline, CrmPage> guarded = (end) -> this.calls.call(question.operation(), () -> call.apply(end),
				end);
		return (this.cached != null) ? this.cached.call(question, deadline, guarded) : guarded.apply(deadline);
	}

	@Override
	public void close() {
		this.calls.close();
	}

}
