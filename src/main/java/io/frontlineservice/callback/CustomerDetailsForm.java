package io.frontlineservice.callback;

import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code GetCustomerDetailsByCustomerId}.
 *
 * @param worker the identity of the app user
 * @param customerId the id of the customer
 */
record CustomerDetailsForm(@BindParam("Worker") @RequiredText String worker,
		@BindParam("CustomerId") @RequiredText String customerId) {

	WorkerIdentity identity() {
		return WorkerIdentity.of(this.worker);
	}

	CustomerId id() {
		return new CustomerId(this.customerId);
	}

}
