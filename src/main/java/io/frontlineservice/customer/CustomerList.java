package io.frontlineservice.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of customers as the app shows them. Returned by {@link CustomerService}.
 * Immutable.
 *
 * @param customers the rows, in order
 * @param nextPageToken the token that requests the next page; null on the last page
 */
public record CustomerList(List<Customer> customers, @Nullable String nextPageToken) {

	/** An empty page at the end of a list. */
	static final CustomerList END = new CustomerList(List.of(), null);

}
