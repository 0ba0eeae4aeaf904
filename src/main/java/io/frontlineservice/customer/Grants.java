package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;

/**
 * The port that lets a worker in an open conversation see its customers, regardless of
 * owner. Called by {@link CustomerService} for details, templates and the address to
 * write from, and only if the visibility rule does not already allow it. Lists and
 * searches ignore grants. Implemented by package {@code conversation}.
 * <p>
 * Implementations are thread-safe. A callback waits for them, so they answer or throw by
 * the deadline.
 */
@FunctionalInterface
public interface Grants {

	/**
	 * Returns whether the worker is in an open conversation with that customer.
	 * @param worker the worker who asks, as resolved by the worker directory
	 * @param customerId the customer, which may not exist
	 * @param deadline when the answer is needed
	 * @throws RuntimeException if this cannot be determined; the callback is then
	 * answered with HTTP 503, because an outage must not look like a missing customer
	 */
	boolean granted(Worker worker, CustomerId customerId, Deadline deadline);

}
