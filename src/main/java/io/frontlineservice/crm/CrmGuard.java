package io.frontlineservice.crm;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in front of every adapter, so that no callback waits beyond its deadline and no
 * failure of a CRM looks like an empty answer. Called by {@code CustomerService} in the
 * adapter's place. Thread-safe.
 */
final class CrmGuard implements CrmAdapter, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CrmGuard.class);

	/** How many calls may wait for the CRM at once; further ones are refused at once. */
	static final int CALLS_AT_ONCE = 64;

	private final CrmAdapter crm;

	private final ThreadPoolExecutor calls = new ThreadPoolExecutor(0, CALLS_AT_ONCE, 30, TimeUnit.SECONDS,
			new SynchronousQueue<>(), (task) -> {
				Thread thread = new Thread(task, "crm-call");
				thread.setDaemon(true);
				return thread;
			});

	CrmGuard(CrmAdapter crm) {
		this.crm = crm;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		return guarded(() -> this.crm.list(audience, search, cursor, limit, deadline), deadline);
	}

	@Override
	public Optional<CrmCustomer> byId(String customerId, Deadline deadline) {
		return guarded(() -> this.crm.byId(customerId, deadline), deadline);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return guarded(() -> this.crm.byAddress(address, deadline), deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return this.crm.cursorAfter(customer);
	}

	@Override
	public boolean inMemory() {
		return this.crm.inMemory();
	}

	private <T> T guarded(Supplier<T> call, Deadline deadline) {
		if (deadline.hasPassed()) {
			throw new CrmUnavailableException("The time for this callback was used up before the CRM was asked", null);
		}
		try {
			return this.crm.inMemory() ? call.get() : await(this.calls.submit(call::get), deadline);
		}
		catch (CrmUnavailableException ex) {
			throw ex;
		}
		catch (RejectedExecutionException ex) {
			throw new CrmUnavailableException("Too many calls wait for the CRM already", null);
		}
		catch (RuntimeException ex) {
			logger.warn("The CRM adapter failed with {}", ex.getClass().getName());
			throw new CrmUnavailableException("The CRM could not be asked", ex);
		}
	}

	private static <T> T await(Future<T> call, Deadline deadline) {
		try {
			return call.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new CrmUnavailableException("The CRM did not answer in time", null);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new CrmUnavailableException("The CRM could not be asked", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The service is stopping", null);
		}
		finally {
			call.cancel(true);
		}
	}

	@Override
	public void close() {
		this.calls.shutdownNow();
	}

}
