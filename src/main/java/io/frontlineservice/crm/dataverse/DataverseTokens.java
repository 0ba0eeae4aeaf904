package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.ClientCredentials;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.JwtKey;
import io.frontlineservice.crm.http.TokenSource;
import io.frontlineservice.privacy.Secret;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the requests for access tokens of Microsoft Entra, by a secret or by a
 * certificate. Used by {@link DataverseApi}.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Client
 * credentials flow</a>
 */
final class DataverseTokens {

	private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private DataverseTokens() {
	}

	/**
	 * Returns the source of settings that have been checked.
	 * @param api the API without credentials
	 */
	static TokenSource of(DataverseSettings settings, CrmApi api, Clock clock) {
		String url = settings.loginUrl().base() + "/" + settings.tenantId() + "/oauth2/v2.0/token";
		Map<String, String> form = Map.of("grant_type", "client_credentials", "client_id", settings.clientId(), "scope",
				settings.url().base() + "/.default");
		Secret secret = settings.clientSecret();
		if (!settings.hasPrivateKey() && secret != null) {
			ApiRequest request = ApiRequest.form(url, with(form, Map.of("client_secret", secret.reveal())));
			return new ClientCredentials(api, () -> request);
		}
		ClientAssertion assertion = new ClientAssertion(JwtKey.of(settings.privateKey()).orElseThrow(),
				ClientAssertion.certificate(settings.certificate()).orElseThrow(), settings.clientId(), url);
		return new ClientCredentials(api, () -> ApiRequest.form(url, with(form,
				Map.of("client_assertion_type", JWT_BEARER, "client_assertion", assertion.signed(clock.instant())))));
	}

	private static Map<String, String> with(Map<String, String> form, Map<String, String> credentials) {
		Map<String, String> all = new HashMap<>(form);
		all.putAll(credentials);
		return all;
	}

}
