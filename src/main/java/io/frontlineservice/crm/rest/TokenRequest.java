package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.rest.AuthenticationSettings.ClientAuthentication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Writes the request for a token with client credentials. Used by {@link RestApi}.
 */
final class TokenRequest {

	private TokenRequest() {
	}

	/** Returns the request of settings that have been checked. */
	static ApiRequest of(AuthenticationSettings settings) {
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
		return isInForm ? plain : plain.withHeader(HttpHeaders.AUTHORIZATION,
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

}
