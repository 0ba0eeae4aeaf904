package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a worker may see a customer: by the visibility rule, or by a grant for
 * that customer. Called by {@link CustomerService} and its parts. Thread-safe.
 */
final class CustomerAccess {

	private static final Logger logger = LoggerFactory.getLogger(CustomerAccess.class);

	private final VisibilityRule visibility;

	private final Grants grants;

	CustomerAccess(VisibilityRule visibility, Grants grants) {
		this.visibility = visibility;
		this.grants = grants;
	}

	/** Returns the customers that the worker may list; grants do not extend the list. */
	Audience audienceOf(Worker worker) {
		return this.visibility.audienceOf(worker);
	}

	/**
	 * Returns whether the worker may see that customer. The rule is checked first, so
	 * that requests for the worker's own customers never depend on the grants.
	 * @throws CrmUnavailableException if only a grant could allow it and the grants
	 * cannot be read by the deadline
	 */
	boolean maySee(Worker worker, CrmCustomer customer, Deadline deadline) {
		return audienceOf(worker).maySee(customer) || isGranted(worker, customer.id(), deadline);
	}

	/**
	 * Reads the grants for a customer that does not exist, as {@link #maySee} does for a
	 * customer of another worker. Both fail while the grants cannot be read, so an outage
	 * does not reveal which customers exist.
	 * @throws CrmUnavailableException if the grants cannot be read, unless the worker may
	 * see all customers
	 */
	void checkGrantsAvailable(Worker worker, CustomerId customerId, Deadline deadline) {
		if (!audienceOf(worker).all()) {
			isGranted(worker, customerId, deadline);
		}
	}

	private boolean isGranted(Worker worker, CustomerId customerId, Deadline deadline) {
		try {
			return this.grants.granted(worker, customerId, deadline);
		}
		catch (CrmUnavailableException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.warn("The grants could not be read: {}", ex.getClass().getName());
			throw new CrmUnavailableException("The grants could not be read", ex);
		}
	}

}
