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
	 * @throws CrmUnavailableException if the deadline passes first, or the CRM refuses
	 */
	AccessToken fetch(Deadline deadline);

}
