package io.frontlineservice.customer;

/**
 * There is no such customer, or none whom this worker may see: nobody who is told can
 * tell which. Thrown by {@link CustomerService}; answered with 404.
 */
public class CustomerNotFoundException extends RuntimeException {

	public CustomerNotFoundException() {
		super("No such customer for this worker", null, false, false);
	}

}
