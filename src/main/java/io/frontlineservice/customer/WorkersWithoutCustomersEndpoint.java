package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/workersWithoutCustomers} on the management port: the workers who
 * asked for their customers and own none, and the owners who are not in the worker
 * directory. Called by operators.
 */
@Component
@Endpoint(id = "workersWithoutCustomers")
final class WorkersWithoutCustomersEndpoint {

	private static final int MOST_OWNERS = 1_000;

	private final WorkersWithoutCustomers withoutCustomers;

	private final OwnersCrossCheck owners;

	WorkersWithoutCustomersEndpoint(WorkersWithoutCustomers withoutCustomers, OwnersCrossCheck owners) {
		this.withoutCustomers = withoutCustomers;
		this.owners = owners;
	}

	@ReadOperation
	WorkersWithoutCustomersDescriptor workers() {
		List<Entry> entries = this.withoutCustomers.lastAsked()
			.entrySet()
			.stream()
			.map((entry) -> new Entry(WorkerIdentity.of(entry.getKey()), entry.getValue()))
			.toList();
		return new WorkersWithoutCustomersDescriptor("These workers asked for their customers and own none. "
				+ "If the CRM writes an identity differently, add its spelling as an alias in the worker directory.",
				entries, unknownOwners());
	}

	private List<UnknownOwnerDescriptor> unknownOwners() {
		return this.owners.unknownOwners()
			.owners()
			.stream()
			.limit(MOST_OWNERS)
			.map((it) -> new UnknownOwnerDescriptor(it.identity(), it.customers(), it.explanation()))
			.toList();
	}

	/**
	 * The response.
	 *
	 * @param hint what to do
	 * @param workers the workers who own no customers
	 * @param unknownOwners the owners of customers who are not in the worker directory,
	 * the first 1,000
	 */
	record WorkersWithoutCustomersDescriptor(String hint, List<Entry> workers,
			List<UnknownOwnerDescriptor> unknownOwners) {
	}

	record UnknownOwnerDescriptor(WorkerIdentity identity, int customers, @Nullable String explanation) {
	}

	record Entry(WorkerIdentity identity, Instant lastAsked) {
	}

}
