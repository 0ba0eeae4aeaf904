package io.frontlineservice.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The envelope around a page of customers. */
record CustomersAnswer(Objects objects) {

	static CustomersAnswer of(CustomerList list) {
		return new CustomersAnswer(new Objects(list.customers(), true, list.nextPageToken()));
	}

	/**
	 * What the app reads.
	 *
	 * @param customers the rows
	 * @param searchable that searches are answered here, not by the app among its rows
	 * @param nextPageToken asks for the next page; absent on the last
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Objects(List<Customer> customers, boolean searchable, @Nullable String nextPageToken) {
	}

}
