package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;

/**
 * Fetches access tokens from a vendor's token endpoint. Called by {@link AccessTokens},
 * never twice at a time.
 */
@FunctionalInterface
public interface TokenSource {

	/**
	 * Fetches a new token.
	 * @throws CrmUnavailableException if there is none by the deadline
	 */
	AccessToken fetch(Deadline deadline);

}
