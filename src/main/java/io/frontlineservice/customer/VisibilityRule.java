package io.frontlineservice.customer;

import io.frontlineservice.worker.Worker;

/**
 * Decides which customers a worker may see. Called by {@link CustomerAccess} and, to
 * choose examples, by the sandbox. Implementations are thread-safe and quick: they call
 * no other system.
 */
@FunctionalInterface
public interface VisibilityRule {

	/** Returns the customers that this worker may see. */
	Audience audienceOf(Worker worker);

}
