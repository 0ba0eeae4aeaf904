package io.frontlineservice.customer;

/**
 * Whether the service keeps the answers of a CRM in memory. Declared by adapters: see
 * {@link CrmAdapter#caching}.
 */
public enum CrmCaching {

	/** Every call reaches the adapter. For a CRM that is quick and has no rate limit. */
	NONE,

	/**
	 * An answer is used again for up to a minute, and for longer while the CRM does not
	 * answer. Equal concurrent calls reach the adapter once. For a CRM that is slow or
	 * limits the rate of calls.
	 */
	ANSWERS

}
