package io.frontlineservice.twilio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@value #HEADER}: the shared key by which Twilio signed, and the algorithm.
 * Used by {@link SignatureVerifiers}. Immutable.
 *
 * @param key the id of the key, which is well-formed
 * @param algorithm the algorithm, as Twilio names it
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys">Sign
 * webhooks with shared keys</a>
 */
record SignatureSettings(String key, String algorithm) {

	static final String HEADER = "X-Twilio-Webhooks-Signature-Settings";

	/** The only algorithm for shared keys. */
	static final String HMAC_SHA256 = "HMAC_SHA256";

	/** Twilio sends no spaces around a field, but a proxy may add some. */
	private static final Pattern FIELD = Pattern.compile("[ \\t]*(?<name>[A-Za-z]+)=(?<value>[!-~&&[^,]]+)[ \\t]*");

	/** Returns the settings of a signature by that key. */
	static SignatureSettings of(String key) {
		return new SignatureSettings(key, HMAC_SHA256);
	}

	/**
	 * Parses the header. Other fields than key and algorithm are ignored, because Twilio
	 * may add some; they cannot change the secret or the hash of the verification.
	 * @param values the values of all headers with that name, at least one
	 * @throws RequestRefusedException if there are several headers, or the header is
	 * malformed or repeats a field
	 */
	static SignatureSettings parse(List<String> values) {
		if (values.size() > 1) {
			throw new RequestRefusedException(Refusal.REPEATED_SIGNATURE_SETTINGS);
		}
		Map<String, String> fields = new LinkedHashMap<>();
		for (String text : values.get(0).split(",", -1)) {
			Matcher field = FIELD.matcher(text);
			if (!field.matches()) {
				throw new RequestRefusedException(Refusal.MALFORMED_SIGNATURE_SETTINGS);
			}
			if (fields.put(field.group("name"), field.group("value")) != null) {
				throw new RequestRefusedException(Refusal.REPEATED_SIGNATURE_SETTINGS);
			}
		}
		String key = fields.get("key");
		String algorithm = fields.get("algorithm");
		if (key == null || algorithm == null || !WebhookKeys.isId(key)) {
			throw new RequestRefusedException(Refusal.MALFORMED_SIGNATURE_SETTINGS);
		}
		return new SignatureSettings(key, algorithm);
	}

	/** Returns the value of the header. */
	String header() {
		return "key=" + this.key + ",algorithm=" + this.algorithm;
	}

}
