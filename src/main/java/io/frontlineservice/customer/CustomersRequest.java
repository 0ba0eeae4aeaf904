package io.frontlineservice.customer;

import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A worker's request for a part of the list of customers. Made by the CRM callback for
 * {@link CustomerService}. Immutable.
 *
 * @param worker the worker who asks
 * @param identity the worker's identity as the callback writes it
 * @param search the words to search for; blank for all customers
 * @param pageSize the maximum number of customers, 1 or more
 * @param pageToken the token of the previous page; takes precedence over the anchor
 * @param anchor the id of the last customer that the app has
 */
public record CustomersRequest(Worker worker, WorkerIdentity identity, String search, int pageSize,
		@Nullable String pageToken, @Nullable CustomerId anchor) {

	public CustomersRequest {
		search = search.strip();
	}

	boolean isFirstPageOfAll() {
		return this.search.isEmpty() && this.pageToken == null && this.anchor == null;
	}

}
