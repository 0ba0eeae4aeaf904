package io.frontlineservice.customer;

import io.frontlineservice.worker.Worker;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which list a worker wants to see. Made by the CRM callback for
 * {@link CustomerService}. Immutable.
 *
 * @param worker the worker who asks
 * @param search the words to look for; blank for all customers
 * @param pageSize how many customers at the most
 * @param pageToken the token of the page before; goes before the anchor
 * @param anchor the id of the last customer the app has
 */
public record CustomersRequest(Worker worker, String search, int pageSize, @Nullable String pageToken,
		@Nullable CustomerId anchor) {

	public CustomersRequest {
		search = search.strip();
	}

	boolean isFirstPageOfAll() {
		return this.search.isEmpty() && this.pageToken == null && this.anchor == null;
	}

}
