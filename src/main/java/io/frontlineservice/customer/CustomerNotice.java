package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import java.util.Optional;

/**
 * A port for what the service itself knows about a customer and the details screen should
 * say. Called by {@link CustomerService}; implemented by packages above, each as a bean.
 * <p>
 * Implementations are thread-safe, and answer or throw by the deadline.
 */
@FunctionalInterface
public interface CustomerNotice {

	/**
	 * Returns sentences for the worker; empty if there is nothing to say.
	 * @throws RuntimeException if this cannot be determined; the details are then shown
	 * without it
	 */
	Optional<String> about(CrmCustomer customer, Deadline deadline);

}
