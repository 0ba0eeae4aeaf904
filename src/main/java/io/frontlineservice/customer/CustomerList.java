package io.frontlineservice.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of customers as the app shows them. Returned by {@link CustomerService}.
 * Immutable.
 *
 * @param customers the rows, in order
 * @param nextPageToken asks for the page after this one; null if there is none
 */
public record CustomerList(List<Customer> customers, @Nullable String nextPageToken) {

	static final CustomerList END = new CustomerList(List.of(), null);

}
