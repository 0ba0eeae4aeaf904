package io.frontlineservice.customer;

/**
 * The customer does not exist, or the worker may not see it. The two cases look the same,
 * so that workers cannot find out which customers exist. Thrown by
 * {@link CustomerService}; answered with HTTP 404.
 */
public class CustomerNotFoundException extends RuntimeException {

	public CustomerNotFoundException() {
		super("No such customer for this worker", null, false, false);
	}

}
