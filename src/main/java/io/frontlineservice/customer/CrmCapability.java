package io.frontlineservice.customer;

/**
 * What a CRM can do beyond the least that {@link CrmAdapter} asks of it. Declared by
 * adapters. Each constant says what the service does without it.
 */
public enum CrmCapability {

	/**
	 * Lists customers in the alphabetical order of their names. Without it, workers see
	 * them in the CRM's own order.
	 */
	ALPHABETICAL_ORDER,

	/**
	 * Finds customers by words. Without it, a search is not passed to the adapter, and
	 * finds no customer.
	 */
	SEARCH,

	/**
	 * Finds exactly the customers with an address. Without it,
	 * {@link CrmAdapter#byAddress} may return further ones, and the service keeps those
	 * that have a channel with the address.
	 */
	EXACT_ADDRESS_LOOKUP,

	/**
	 * Continues a list after any customer: see {@link CrmAdapter#cursorAfter}. Without
	 * it, a request for the customers after an {@code Anchor} is answered with the end of
	 * the list; a page of which not all rows fit into an answer is asked for again, for
	 * the rest of its rows.
	 */
	PAGING_AFTER_CUSTOMER,

	/**
	 * Answers every call from memory. Without it, each call has a thread of its own, a
	 * deadline and a circuit breaker, and the service asks no question that it can do
	 * without.
	 */
	IN_MEMORY,

	/**
	 * Stores what happens in conversations. No method of the port does this yet, so
	 * nothing depends on it.
	 */
	WRITE

}
