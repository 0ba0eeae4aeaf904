package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.sandbox.CustomerSample;
import io.frontlineservice.worker.Worker;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A worker that the page offers. Written as JSON.
 *
 * @param own a customer that the worker may see; null if the sample has none
 * @param hidden the id of a customer that the worker may not see; null if the sample has
 * none
 */
record WorkerChoice(String identity, String name, @Nullable CustomerChoice own, @Nullable String hidden) {

	static WorkerChoice of(Worker worker, Audience audience, CustomerSample sample) {
		return new WorkerChoice(worker.identity().written(), nameOf(worker),
				sample.seenBy(audience).map(CustomerChoice::of).orElse(null),
				sample.hiddenFrom(audience).map((it) -> it.id().value()).orElse(null));
	}

	static WorkerChoice withoutCustomers(Worker worker) {
		return new WorkerChoice(worker.identity().written(), nameOf(worker), null, null);
	}

	private static String nameOf(Worker worker) {
		return Objects.requireNonNullElse(worker.name(), worker.identity().written());
	}

}
