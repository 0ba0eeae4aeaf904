package io.frontlineservice.callback;

import io.frontlineservice.customer.Customer;

/** The envelope around one customer. */
record CustomerAnswer(Objects objects) {

	static CustomerAnswer of(Customer customer) {
		return new CustomerAnswer(new Objects(customer));
	}

	/** What the app reads. */
	record Objects(Customer customer) {
	}

}
