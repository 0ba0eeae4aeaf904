package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;

/**
 * The port that lets workers see whom they are talking with: a worker who is in an open
 * conversation with a customer may see that customer, whosever it is. Asked through
 * {@link CustomerService} for details, templates and the address to write from, and only
 * where the visibility rule does not allow it already; never for the list or a search.
 * Implemented by room {@code conversation}.
 * <p>
 * Implementations are thread-safe and answer by the deadline or fail, because a callback
 * waits.
 */
@FunctionalInterface
public interface Grants {

	/**
	 * Whether the worker is in an open conversation with that customer.
	 * @throws RuntimeException of any kind if that cannot be found out; the callback is
	 * answered with 503 then, because an outage is no missing customer
	 */
	boolean granted(Worker worker, CustomerId customerId, Deadline deadline);

}
