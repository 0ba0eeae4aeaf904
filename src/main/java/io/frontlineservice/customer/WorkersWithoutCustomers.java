package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The workers who asked for their customers and own none. The usual reason is that the
 * CRM writes their identity differently, a common mistake when the service is set up.
 * Recorded by {@link CustomerService}, shown by {@link WorkersWithoutCustomersEndpoint}.
 * Thread-safe; keeps the last 1,000.
 */
final class WorkersWithoutCustomers {

	private static final int MAX_ENTRIES = 1_000;

	private final Clock clock;

	/** By identity as the worker writes it: its spelling is what is wrong. */
	private final Map<String, Instant> lastAsked = new LinkedHashMap<>();

	WorkersWithoutCustomers(Clock clock) {
		this.clock = clock;
	}

	/** Adds the worker, or removes a worker who has customers now. */
	synchronized void note(WorkerIdentity identity, boolean withoutCustomers) {
		if (this.lastAsked.isEmpty() && !withoutCustomers) {
			return;
		}
		this.lastAsked.remove(identity.written());
		if (withoutCustomers) {
			this.lastAsked.put(identity.written(), this.clock.instant());
			if (this.lastAsked.size() > MAX_ENTRIES) {
				this.lastAsked.remove(this.lastAsked.keySet().iterator().next());
			}
		}
	}

	/**
	 * Returns when each of these workers last asked, by identity as written, the longest
	 * ago first.
	 */
	synchronized Map<String, Instant> lastAsked() {
		return new LinkedHashMap<>(this.lastAsked);
	}

}
