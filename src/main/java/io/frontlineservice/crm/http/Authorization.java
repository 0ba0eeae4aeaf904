package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

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
		return fixed(Secret.of("Bearer " + token.reveal()));
	}

	/** Returns credentials that do not change: a user name and a password. */
	static Authorization basic(String username, Secret password) {
		return fixed(
				Secret.of("Basic " + HttpHeaders.encodeBasicAuth(username, password.reveal(), StandardCharsets.UTF_8)));
	}

	private static Authorization fixed(Secret header) {
		return new Authorization() {
			@Override
			public String header(Deadline deadline) {
				return header.reveal();
			}

			@Override
			public boolean renew(String refusedHeader, Deadline deadline) {
				return false;
			}
		};
	}

}
