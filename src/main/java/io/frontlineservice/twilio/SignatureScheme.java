package io.frontlineservice.twilio;

import java.util.regex.Pattern;

/**
 * A way in which Twilio signs a request. All schemes sign the same text; the secret and
 * the hash differ. Used by {@link SignatureVerifier}.
 */
enum SignatureScheme {

	/** HMAC-SHA1 by the account's auth token. */
	AUTH_TOKEN("HmacSHA1", "[A-Za-z0-9+/]{27}=", Refusal.SIGNATURE_MISMATCH),

	/** HMAC-SHA256 by the shared key in {@link SignatureSettings}. */
	WEBHOOK_KEY("HmacSHA256", "[A-Za-z0-9+/]{43}=", Refusal.WEBHOOK_KEY_MISMATCH);

	private final String algorithm;

	private final Pattern form;

	private final Refusal mismatch;

	SignatureScheme(String algorithm, String form, Refusal mismatch) {
		this.algorithm = algorithm;
		this.form = Pattern.compile(form);
		this.mismatch = mismatch;
	}

	/** Returns the name of the MAC in the JDK. */
	String algorithm() {
		return this.algorithm;
	}

	/** Returns whether the text has the length and characters of such a signature. */
	boolean isWellFormed(String signature) {
		return this.form.matcher(signature).matches();
	}

	/** Returns the refusal of a request with a wrong signature. */
	Refusal mismatch() {
		return this.mismatch;
	}

}
