package io.frontlineservice.callback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code GetCustomerDetailsByCustomerId}.
 *
 * @param worker the identity of the app user
 * @param customerId the id of the customer
 */
record CustomerDetailsForm(@BindParam("Worker") @NotBlank @Size(max = 256) String worker,
		@BindParam("CustomerId") @NotBlank @Size(max = 256) String customerId) {

}
