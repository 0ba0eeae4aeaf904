package io.frontlineservice.crm.http;

import io.frontlineservice.limit.Deadline;
import java.util.function.Supplier;

/**
 * Fetches access tokens with the credentials of a client. Made by adapters, called by
 * {@link AccessTokens}. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">Client credentials
 * grant</a>
 */
public final class ClientCredentials implements TokenSource {

	private final CrmApi api;

	private final Supplier<ApiRequest> request;

	/**
	 * Creates a source.
	 * @param api the API without credentials
	 * @param request makes the request for each token: a secret is always the same, an
	 * assertion is signed anew
	 */
	public ClientCredentials(CrmApi api, Supplier<ApiRequest> request) {
		this.api = api;
		this.request = request;
	}

	@Override
	public AccessToken fetch(Deadline deadline) {
		return AccessToken.in(this.api.call(this.request.get(), deadline));
	}

}
