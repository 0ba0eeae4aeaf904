package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs requests as Twilio would. Used by the sandbox and by the doctor. Thread-safe.
 */
public final class RequestSigner {

	private final SignatureVerifier signatures;

	private final PublicUrl publicUrl;

	RequestSigner(SignatureVerifier signatures, PublicUrl publicUrl) {
		this.signatures = signatures;
		this.publicUrl = publicUrl;
	}

	/**
	 * Returns a signer for the same URL that signs by a shared key.
	 * @param keyId the id of the key in {@code frontline.twilio.webhook-keys}
	 */
	public RequestSigner byKey(String keyId, Secret secret) {
		return new RequestSigner(SignatureVerifier.byKey(keyId, secret), this.publicUrl);
	}

	/** Returns the id of the shared key; empty for the auth token. */
	String keyId() {
		return this.signatures.keyId();
	}

	/**
	 * Returns all headers by which Twilio signs a form.
	 * @param path the path of the callback, such as {@code /callbacks/crm}
	 */
	public Map<String, String> headers(String path, Map<String, String> parameters) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("X-Twilio-Signature", sign(path, parameters));
		if (!keyId().isEmpty()) {
			headers.put(SignatureSettings.HEADER, SignatureSettings.of(keyId()).header());
		}
		return headers;
	}

	/**
	 * Returns the value of {@code X-Twilio-Signature} for a form.
	 * @param path the path of the callback, such as {@code /callbacks/crm}
	 */
	public String sign(String path, Map<String, String> parameters) {
		String url = this.publicUrl.candidates(path, null).iterator().next();
		return this.signatures.sign(url, FormParameters.of(parameters).signedText());
	}

	/**
	 * Returns the value of {@code X-Twilio-Signature} for a form that is posted to
	 * another service.
	 * @param token the auth token of that service
	 * @param url the whole URL of its callback
	 */
	public static String sign(Secret token, String url, Map<String, String> parameters) {
		return new SignatureVerifier(List.of(token)).sign(url, FormParameters.of(parameters).signedText());
	}

}
