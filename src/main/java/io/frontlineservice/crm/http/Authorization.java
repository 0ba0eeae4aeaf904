package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;

/**
 * The credentials of requests. Called by {@link CrmApi} for each request. Implementations
 * are thread-safe.
 */
public interface Authorization {

	/**
	 * Returns the value of the header {@code Authorization}.
	 * @throws CrmUnavailableException if the deadline passes first
	 */
	String header(Deadline deadline);

	/**
	 * Obtains other credentials, because the CRM did not accept these.
	 * @param refusedHeader the value that the CRM did not accept
	 * @return whether there are others now, so that the request can be repeated once
	 */
	boolean renew(String refusedHeader, Deadline deadline);

	/** Returns credentials that do not change, such as an API key. */
	static Authorization bearer(Secret token) {
		return new Authorization() {
			@Override
			public String header(Deadline deadline) {
				return "Bearer " + token.reveal();
			}

			@Override
			public boolean renew(String refusedHeader, Deadline deadline) {
				return false;
			}
		};
	}

}
