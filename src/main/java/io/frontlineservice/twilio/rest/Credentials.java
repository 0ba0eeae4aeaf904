package io.frontlineservice.twilio.rest;

import io.frontlineservice.privacy.Secret;
import io.frontlineservice.twilio.TwilioAccount;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The credentials for the REST API. Used by {@link ApiClient}. Immutable.
 *
 * @param username the SID of an API key, or of the account
 * @param password the key's secret, or the account's auth token
 */
record Credentials(String username, Secret password) {

	/** Returns those of the API key if there is one, otherwise those of the account. */
	static Credentials of(TwilioAccount account, RestSettings settings) {
		String key = settings.apiKey();
		Secret secret = settings.apiSecret();
		return (key == null || key.isBlank() || secret == null || secret.isEmpty())
				? new Credentials(account.sid(), account.authToken()) : new Credentials(key, secret);
	}

	/** Returns whether these are of an API key, which does not name its account. */
	boolean areApiKey() {
		return this.username.startsWith("SK");
	}

	/** Returns the value of the header {@code Authorization}. */
	String basic() {
		String pair = this.username + ":" + this.password.reveal();
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
	}

}
