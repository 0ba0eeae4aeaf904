package io.frontlineservice.callback;

import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code GetCustomerDetailsByCustomerId}.
 *
 * @param worker the identity of the app user
 * @param customerId the id of the customer
 */
record CustomerDetailsForm(@BindParam("Worker") @RequiredText String worker,
		@BindParam("CustomerId") @RequiredText String customerId) {

}
