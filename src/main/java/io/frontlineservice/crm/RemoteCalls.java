package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.BoundedCalls;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Calls a CRM over the network: by the deadline, within a limit of concurrent calls,
 * through the breaker, and once. Measures each call. Called by {@link AdapterCalls}.
 * Thread-safe.
 */
final class RemoteCalls implements AutoCloseable {

	private final BoundedCalls calls;

	private final CrmBreaker breaker;

	private final CallHistory history;

	private final MeterRegistry meters;

	/**
	 * Creates a limit of its own.
	 * @param atOnce the most concurrent calls; further ones are refused immediately
	 */
	RemoteCalls(int atOnce, CrmBreaker breaker, CallHistory history, MeterRegistry meters) {
		this.calls = new BoundedCalls("crm-call", atOnce);
		this.breaker = breaker;
		this.history = history;
		this.meters = meters;
	}

	/**
	 * Makes one call.
	 * @throws UnansweredCallException if there is no result by the deadline
	 * @throws CrmUnavailableException if the breaker is open
	 */
	<T> T call(CrmOperation operation, Callable<T> call, Deadline deadline) throws UnansweredCallException {
		Timer.Sample time = Timer.start(this.meters);
		if (!this.breaker.permits()) {
			record(operation, CrmOutcome.REFUSED, time);
			throw new CrmUnavailableException("The CRM is not called, because its last calls failed", null);
		}
		Duration available = deadline.remaining();
		Duration ownWaits = deadline.ownWaits();
		CrmOutcome outcome = CrmOutcome.FAILED;
		Throwable failure = null;
		try {
			T result = this.calls.call(call, deadline);
			outcome = CrmOutcome.OK;
			return result;
		}
		catch (UnansweredCallException ex) {
			outcome = CrmOutcome.of(ex, deadline);
			failure = ex.getCause();
			throw ex;
		}
		finally {
			this.breaker.ended(outcome, available.minus(deadline.ownWaits().minus(ownWaits)));
			this.history.ended(outcome, failure);
			record(operation, outcome, time);
		}
	}

	private void record(CrmOperation operation, CrmOutcome outcome, Timer.Sample time) {
		time.stop(Timer.builder("frontline.crm.calls")
			.description("Calls of the CRM")
			.tag("operation", operation.tag())
			.tag("outcome", outcome.tag())
			.register(this.meters));
	}

	/** Interrupts the calls that still run. */
	@Override
	public void close() {
		this.calls.close();
	}

}
