package io.frontlineservice.twilio;

import java.util.Map;

/**
 * Signs requests to this service as Twilio would. Used by the sandbox for its examples.
 * Thread-safe.
 */
public final class RequestSigner {

	private final SignatureVerifier signatures;

	private final PublicUrl publicUrl;

	RequestSigner(SignatureVerifier signatures, PublicUrl publicUrl) {
		this.signatures = signatures;
		this.publicUrl = publicUrl;
	}

	/**
	 * The value of {@code X-Twilio-Signature} for a form.
	 * @param path the path of the callback, such as {@code /callbacks/crm}
	 */
	public String sign(String path, Map<String, String> parameters) {
		String url = this.publicUrl.candidates(path, null).iterator().next();
		return this.signatures.sign(url, FormParameters.of(parameters).signedText());
	}

}
