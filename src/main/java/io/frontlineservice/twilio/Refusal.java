package io.frontlineservice.twilio;

import java.util.Locale;

/**
 * Why a request was refused. Told to operators by {@link RefusalReporter}, never to the
 * caller.
 */
enum Refusal {

	MISSING_SIGNATURE("It has no X-Twilio-Signature, so it did not come from Twilio."),

	MALFORMED_SIGNATURE("Its X-Twilio-Signature is not one, so it did not come from Twilio."),

	PUBLIC_URL_SCHEME("It is signed for the other of http and https: frontline.public-url must begin as the URL in "
			+ "Twilio's console does."),

	PUBLIC_URL_HOST("It is signed for the host it was sent to: frontline.public-url names another host or port than "
			+ "the URL in Twilio's console."),

	PUBLIC_URL_PATH("It is signed for another path: the path in frontline.public-url must be the one that the proxy "
			+ "strips."),

	SIGNATURE_MISMATCH("Its signature fits neither frontline.public-url nor the host it was sent to: either the auth "
			+ "token is not the primary one of the account that sends, or the URL in Twilio's console is another, or it "
			+ "is forged."),

	MISSING_WEBHOOK_KEY("It is not signed by a shared key, and frontline.twilio.require-webhook-key is true: either "
			+ "none of the Rules in Twilio fits its URL, or it is forged."),

	UNKNOWN_WEBHOOK_KEY("It names a shared key that is not under frontline.twilio.webhook-keys: set the secret of that "
			+ "key there if it is yours."),

	OTHER_SIGNATURE_ALGORITHM("It names another algorithm than HMAC_SHA256, the only one for shared keys: change the "
			+ "Setting in Twilio that signs by this key, or it is forged."),

	REPEATED_SIGNATURE_SETTINGS("It has X-Twilio-Webhooks-Signature-Settings, or a field in it, twice. Twilio sends it "
			+ "once: either a proxy adds one, or it is forged."),

	MALFORMED_SIGNATURE_SETTINGS("Its X-Twilio-Webhooks-Signature-Settings is not key=...,algorithm=..., so it did not "
			+ "come from Twilio."),

	WEBHOOK_KEY_MISMATCH(
			"It names a configured shared key, but its signature fits neither frontline.public-url nor the "
					+ "host it was sent to: either the secret under frontline.twilio.webhook-keys is not that of the key, or the "
					+ "URL in Twilio's console is another, or it is forged."),

	ANOTHER_ACCOUNT("It is signed rightly but names another account than frontline.twilio.account-sid.");

	private final String explanation;

	Refusal(String explanation) {
		this.explanation = explanation;
	}

	/** The reason as the metric names it. */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

	String explanation() {
		return this.explanation;
	}

}
