package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls of an adapter, each once: through {@link RemoteCalls}, or on the thread of
 * the callback if the adapter answers from memory. Any failure is a
 * {@link CrmUnavailableException}. Called by {@link CrmGuard}. Thread-safe.
 */
final class AdapterCalls implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AdapterCalls.class);

	private final CrmAdapter crm;

	private final RemoteCalls remote;

	AdapterCalls(CrmAdapter crm, RemoteCalls remote) {
		this.crm = crm;
		this.remote = remote;
	}

	/**
	 * Makes one call.
	 * @throws CrmUnavailableException if there is no result by the deadline
	 */
	<T> T call(CrmOperation operation, Supplier<T> call, Deadline deadline) {
		try {
			return this.crm.can(CrmCapability.IN_MEMORY) ? call.get()
					: this.remote.call(operation, call::get, deadline);
		}
		catch (UnansweredCallException ex) {
			throw unanswered(ex);
		}
		catch (RuntimeException ex) {
			throw failed(ex);
		}
	}

	private static CrmUnavailableException unanswered(UnansweredCallException ex) {
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

	/** Interrupts the calls that still run. */
	@Override
	public void close() {
		this.remote.close();
	}

}
