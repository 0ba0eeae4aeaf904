package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmPage;

/**
 * An answer of the CRM in memory. Made by {@link CachedCalls}. Immutable.
 *
 * @param page the customers
 * @param askedAt when the call began, in nanoseconds of the monotonic clock. The answer
 * may lack anything that changed in the CRM after that
 */
record CachedAnswer(CrmPage page, long askedAt) {

	boolean isEmpty() {
		return this.page.customers().isEmpty();
	}

	/** Returns the one of both that was asked for later. */
	static CachedAnswer newer(CachedAnswer one, CachedAnswer other) {
		return (other.askedAt - one.askedAt >= 0) ? other : one;
	}

}
