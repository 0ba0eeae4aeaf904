package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;

/**
 * A customer that the page offers. Written as JSON.
 *
 * @param channels the customer's addresses; empty without a usable one
 */
record CustomerChoice(String customerId, String name, List<Channel> channels) {

	static CustomerChoice of(CrmCustomer customer) {
		return new CustomerChoice(customer.id().value(), customer.name(), customer.channels());
	}

}
