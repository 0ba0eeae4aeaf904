package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.http.AccessToken;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.RotatingTokens;
import io.frontlineservice.crm.http.TokenFamily;
import io.frontlineservice.crm.http.TokenSource;
import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Fetches access tokens, by client credentials, by JWT or by refresh tokens. Salesforce
 * does not say how long a token is valid: until the org's session timeout has passed
 * without a call, after which it is refused. Called by {@code AccessTokens}. Thread-safe.
 *
 * @see <a href=
 * "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm">Client
 * credentials flow</a>
 */
final class SalesforceTokens implements TokenSource {

	private static final String PATH = "/services/oauth2/token";

	private final CrmApi api;

	private final ApiUrl url;

	private final Supplier<Map<String, String>> form;

	private SalesforceTokens(CrmApi api, ApiUrl url, Supplier<Map<String, String>> form) {
		this.api = api;
		this.url = url;
		this.form = form;
	}

	/**
	 * Returns the source of settings that have been checked.
	 * @param api the API without credentials
	 * @param store keeps refresh tokens; used only with one
	 */
	static TokenSource of(SalesforceSettings settings, CrmApi api, Supplier<TokenStore> store, Clock clock) {
		Secret secret = settings.clientSecret();
		Secret first = settings.refreshToken();
		if (settings.hasRefreshToken() && secret != null && first != null) {
			TokenFamily family = new TokenFamily(settings.url().base() + PATH, settings.clientId(), secret, first);
			return new RotatingTokens(api, family, store.get(), SalesforceSettings.PREFIX + ".refresh-token");
		}
		if (settings.hasPrivateKey() || secret == null) {
			return byJwt(JwtAssertion.of(settings), settings.url(), api, clock);
		}
		Map<String, String> fields = Map.of("grant_type", "client_credentials", "client_id", settings.clientId(),
				"client_secret", secret.reveal());
		return new SalesforceTokens(api, settings.url(), () -> fields);
	}

	/** Returns the source of tokens for the user of that assertion. */
	static TokenSource byJwt(JwtAssertion assertion, ApiUrl url, CrmApi api, Clock clock) {
		return new SalesforceTokens(api, url, () -> Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer",
				"assertion", assertion.signed(clock.instant())));
	}

	@Override
	public AccessToken fetch(Deadline deadline) {
		ApiAnswer answer = this.api.call(ApiRequest.form(PATH, this.form.get()), deadline);
		Secret token = AccessToken.in(answer).value();
		String instance = answer.body().path("instance_url").asString("");
		if (!instance.equalsIgnoreCase(this.url.base())) {
			throw new CrmUnavailableException(SalesforceSettings.PREFIX + ".url is not the URL of the org's My Domain",
					null);
		}
		return new AccessToken(token, null);
	}

}
