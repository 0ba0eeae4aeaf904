package io.frontlineservice.twilio.rest;

import io.frontlineservice.privacy.Secret;
import io.frontlineservice.twilio.TwilioAccount;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * By what this service signs in to the REST API. Used by {@link ApiClient}. Immutable.
 *
 * @param username the SID of an API key, or of the account
 * @param password the key's secret, or the account's auth token
 */
record Credentials(String username, Secret password) {

	/** The API key if there is one, else the account itself. */
	static Credentials of(TwilioAccount account, RestSettings settings) {
		String key = settings.apiKey();
		Secret secret = settings.apiSecret();
		return (key == null || key.isBlank() || secret == null || secret.isEmpty())
				? new Credentials(account.sid(), account.authToken()) : new Credentials(key, secret);
	}

	/** Whether they are those of an API key, which do not say of which account. */
	boolean areApiKey() {
		return this.username.startsWith("SK");
	}

	/** The value of the header {@code Authorization}. */
	String basic() {
		String pair = this.username + ":" + this.password.reveal();
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
	}

}
