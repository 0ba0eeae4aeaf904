package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.AccessToken;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.TokenSource;
import io.frontlineservice.crm.rest.AuthenticationSettings.ClientAuthentication;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Fetches access tokens with client credentials. Called by {@code AccessTokens}.
 * Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">Client credentials
 * grant</a>
 */
final class ClientCredentials implements TokenSource {

	private final CrmApi api;

	private final ApiRequest request;

	/**
	 * Creates a source of settings that have been checked.
	 * @param api the API without credentials
	 */
	ClientCredentials(AuthenticationSettings settings, CrmApi api) {
		this.api = api;
		String id = Objects.requireNonNull(settings.clientId());
		String secret = Objects.requireNonNull(settings.clientSecret()).reveal();
		Map<String, String> form = new HashMap<>();
		form.put("grant_type", "client_credentials");
		putIfSet("scope", settings.scope(), form);
		putIfSet("audience", settings.audience(), form);
		boolean isInForm = settings.clientAuthentication() == ClientAuthentication.FORM;
		if (isInForm) {
			form.putAll(Map.of("client_id", id, "client_secret", secret));
		}
		ApiRequest plain = ApiRequest.form(Objects.requireNonNull(settings.tokenUrl()).base(), form, RestApi.CALLS);
		this.request = isInForm ? plain : plain.withHeader(HttpHeaders.AUTHORIZATION,
				"Basic " + HttpHeaders.encodeBasicAuth(encoded(id), encoded(secret), StandardCharsets.US_ASCII));
	}

	private static void putIfSet(String name, @Nullable String value, Map<String, String> form) {
		if (value != null && !value.isBlank()) {
			form.put(name, value);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public AccessToken fetch(Deadline deadline) {
		ApiAnswer answer = this.api.call(this.request, deadline);
		String token = answer.body().path("access_token").asString("");
		if (token.isEmpty()) {
			throw CrmErrorException.unreadable();
		}
		return new AccessToken(Secret.of(token), AccessToken.lifetimeIn(answer));
	}

}
