package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/workersWithoutCustomers} on the management port: the workers who
 * asked for their customers and own none. Called by operators.
 */
@Component
@Endpoint(id = "workersWithoutCustomers")
final class WorkersWithoutCustomersEndpoint {

	private final WorkersWithoutCustomers withoutCustomers;

	WorkersWithoutCustomersEndpoint(WorkersWithoutCustomers withoutCustomers) {
		this.withoutCustomers = withoutCustomers;
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
				entries);
	}

	record WorkersWithoutCustomersDescriptor(String hint, List<Entry> workers) {
	}

	record Entry(WorkerIdentity identity, Instant lastAsked) {
	}

}
