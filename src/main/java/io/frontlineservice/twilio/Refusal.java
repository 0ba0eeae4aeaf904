package io.frontlineservice.twilio;

import java.util.Locale;

/**
 * The reason why a request is refused. {@link RefusalReporter} reports it to operators;
 * the caller never sees it.
 */
enum Refusal {

	MISSING_SIGNATURE("It has no X-Twilio-Signature, so it did not come from Twilio."),

	MALFORMED_SIGNATURE("Its X-Twilio-Signature is malformed, so it did not come from Twilio."),

	PUBLIC_URL_SCHEME("It is signed for http instead of https, or the reverse: frontline.public-url must have "
			+ "the scheme of the URL in Twilio's console."),

	PUBLIC_URL_HOST("It is signed for the host that it was sent to: frontline.public-url must have the host and "
			+ "port of the URL in Twilio's console."),

	PUBLIC_URL_PATH(
			"It is signed for another path: frontline.public-url must have the path that the proxy " + "strips."),

	SIGNATURE_MISMATCH("Its signature matches neither frontline.public-url nor the host that it was sent to. Either "
			+ "frontline.twilio.auth-token is not the primary token of the sending account, or frontline.public-url "
			+ "differs from the URL in Twilio's console, or the request is forged."),

	MISSING_WEBHOOK_KEY("It is not signed by a shared key, and frontline.twilio.require-webhook-key is true. Either "
			+ "no Rule in Twilio matches its URL, or the request is forged."),

	UNKNOWN_WEBHOOK_KEY("It names a shared key that frontline.twilio.webhook-keys does not have. Add that key with its "
			+ "secret if it is yours."),

	OTHER_SIGNATURE_ALGORITHM("It names another algorithm than HMAC_SHA256, the only one for shared keys. Change the "
			+ "Setting in Twilio that signs by this key; otherwise the request is forged."),

	REPEATED_SIGNATURE_SETTINGS("It has X-Twilio-Webhooks-Signature-Settings, or a field in it, twice. Twilio sends it "
			+ "once. Either a proxy adds another, or the request is forged."),

	MALFORMED_SIGNATURE_SETTINGS("Its X-Twilio-Webhooks-Signature-Settings is not key=...,algorithm=..., so it did not "
			+ "come from Twilio."),

	WEBHOOK_KEY_MISMATCH(
			"It names a configured shared key, but its signature matches neither frontline.public-url nor the "
					+ "host that it was sent to. Either frontline.twilio.webhook-keys has another secret for this key, or "
					+ "frontline.public-url differs from the URL in Twilio's console, or the request is forged."),

	ANOTHER_ACCOUNT("Its signature is valid, but it names another account than frontline.twilio.account-sid.");

	private final String explanation;

	Refusal(String explanation) {
		this.explanation = explanation;
	}

	/** Returns the value of the metric's tag. */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

	String explanation() {
		return this.explanation;
	}

}
