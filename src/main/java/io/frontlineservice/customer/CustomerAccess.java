package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may see whom: by the visibility rule, or one customer by a grant. Asked by whatever
 * {@link CustomerService} is made of. Thread-safe.
 */
final class CustomerAccess {

	private static final Logger logger = LoggerFactory.getLogger(CustomerAccess.class);

	private final VisibilityRule visibility;

	private final Grants grants;

	CustomerAccess(VisibilityRule visibility, Grants grants) {
		this.visibility = visibility;
		this.grants = grants;
	}

	/** Whose customers are listed to the worker; grants do not make the list longer. */
	Audience audienceOf(Worker worker) {
		return this.visibility.audienceOf(worker);
	}

	/**
	 * Whether the worker may see that customer. The rule goes first, so that those who
	 * see their own wait for no grants and suffer from no outage of theirs.
	 * @throws CrmUnavailableException if it depends on grants and they cannot be asked by
	 * the deadline
	 */
	boolean maySee(Worker worker, CrmCustomer customer, Deadline deadline) {
		return audienceOf(worker).maySee(customer) || isGranted(worker, customer.id(), deadline);
	}

	/**
	 * Asks for a customer who does not exist what {@link #maySee} asks for a customer of
	 * another worker. Both fail while grants cannot be asked, so that an outage does not
	 * show which customers exist.
	 * @throws CrmUnavailableException if grants cannot be asked, unless the worker may
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
			logger.warn("The grants could not be asked: {}", ex.getClass().getName());
			throw new CrmUnavailableException("It could not be found out whether a customer may be seen", ex);
		}
	}

}
