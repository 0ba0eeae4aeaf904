package io.frontlineservice.sandbox.pretend.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The account of a pretend Twilio. Immutable.
 *
 * @param sid {@code AC} and 32 hexadecimal digits
 * @param authToken the token that opens the REST API
 * @param keySid the SID of an API key that opens the REST API too; null without a key
 * @param keySecret the secret of that key
 * @param signer signs callbacks by the auth token
 * @param webhookKey signs callbacks by a shared key; null if the account has none
 */
public record Account(String sid, String authToken, @Nullable String keySid, @Nullable String keySecret,
		CallbackSigner signer, @Nullable WebhookKey webhookKey) {

	/** The conversation service that every conversation belongs to. */
	public static final String SERVICE_SID = "IS" + "0".repeat(32);

	/** The messaging service of that conversation service. */
	public static final String MESSAGING_SERVICE_SID = "MG" + "0".repeat(32);

	/** Creates an account without an API key. */
	public Account(String sid, String authToken, CallbackSigner signer) {
		this(sid, authToken, null, null, signer, null);
	}

	public Account withKey(String otherSid, String otherSecret) {
		return new Account(this.sid, this.authToken, otherSid, otherSecret, this.signer, this.webhookKey);
	}

	/**
	 * Returns this account with a shared key, which signs while
	 * {@link Conditions#signingByKey} is on.
	 * @param keyId the id of the key
	 * @param keySigner signs by the key
	 */
	public Account withWebhookKey(String keyId, CallbackSigner keySigner) {
		return new Account(this.sid, this.authToken, this.keySid, this.keySecret, this.signer,
				new WebhookKey(keyId, keySigner));
	}

	/** Whether this {@code Authorization} header is valid for the account. */
	public boolean admits(@Nullable String authorization) {
		return basic(this.sid, this.authToken).equals(authorization) || (this.keySid != null && this.keySecret != null
				&& basic(this.keySid, this.keySecret).equals(authorization));
	}

	/**
	 * Returns the account or API key in an {@code Authorization} header; empty without
	 * one.
	 */
	public static String userOf(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith("Basic ")) {
			return "";
		}
		byte[] pair = Base64.getDecoder().decode(authorization.substring("Basic ".length()).strip());
		return new String(pair, StandardCharsets.UTF_8).split(":", 2)[0];
	}

	private static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return this.sid;
	}

	/** A SharedKey of Twilio's Webhooks configuration API. */
	public record WebhookKey(String id, CallbackSigner signer) {

	}

}
