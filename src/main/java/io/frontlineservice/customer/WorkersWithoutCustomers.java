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

	private final Map<WorkerIdentity, Instant> lastAsked = new LinkedHashMap<>();

	WorkersWithoutCustomers(Clock clock) {
		this.clock = clock;
	}

	/** Adds the worker, or removes a worker who has customers now. */
	synchronized void note(WorkerIdentity identity, boolean withoutCustomers) {
		if (this.lastAsked.isEmpty() && !withoutCustomers) {
			return;
		}
		this.lastAsked.remove(identity);
		if (withoutCustomers) {
			this.lastAsked.put(identity, this.clock.instant());
			if (this.lastAsked.size() > MAX_ENTRIES) {
				this.lastAsked.remove(this.lastAsked.keySet().iterator().next());
			}
		}
	}

	/** Returns when each of these workers last asked, the longest ago first. */
	synchronized Map<WorkerIdentity, Instant> lastAsked() {
		return new LinkedHashMap<>(this.lastAsked);
	}

}
