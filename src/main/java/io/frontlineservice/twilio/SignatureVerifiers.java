package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * Selects the secret by which a request must be signed: the shared key that it names, or
 * the auth token if it names no key. A request that names a key is never verified by the
 * auth token, so that a header cannot select the weaker check. Called by
 * {@link SignatureFilter}. Thread-safe.
 */
final class SignatureVerifiers {

	private final SignatureVerifier byToken;

	private final WebhookKeys keys;

	private final boolean keyRequired;

	/**
	 * Creates the verifiers of a configuration.
	 * @param byToken verifies requests that name no shared key
	 * @param keyRequired whether requests that name no shared key are refused
	 */
	SignatureVerifiers(SignatureVerifier byToken, WebhookKeys keys, boolean keyRequired) {
		this.byToken = byToken;
		this.keys = keys;
		this.keyRequired = keyRequired;
	}

	/**
	 * Returns the verifier of a request.
	 * @throws RequestRefusedException if its headers name no usable secret
	 */
	SignatureVerifier of(HttpServletRequest request) {
		List<String> headers = Collections.list(request.getHeaders(SignatureSettings.HEADER));
		if (!headers.isEmpty()) {
			return byKey(SignatureSettings.parse(headers));
		}
		if (this.keyRequired) {
			throw new RequestRefusedException(Refusal.MISSING_WEBHOOK_KEY);
		}
		return this.byToken;
	}

	private SignatureVerifier byKey(SignatureSettings settings) {
		if (!settings.algorithm().equals(SignatureSettings.HMAC_SHA256)) {
			throw new RequestRefusedException(Refusal.OTHER_SIGNATURE_ALGORITHM, settings.key());
		}
		Secret secret = this.keys.secretOf(settings.key())
			.orElseThrow(() -> new RequestRefusedException(Refusal.UNKNOWN_WEBHOOK_KEY, settings.key()));
		return SignatureVerifier.byKey(settings.key(), secret);
	}

}
