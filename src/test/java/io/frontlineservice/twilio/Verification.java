package io.frontlineservice.twilio;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** Verifies signatures for a public URL, as the service does. */
final class Verification {

	private final PublicUrl publicUrl;

	private final SignatureVerifier signatures;

	Verification(String publicUrl, String... tokens) {
		this.publicUrl = PublicUrl.of(publicUrl);
		this.signatures = new SignatureVerifier(Stream.of(tokens).map(Secret::of).toList());
	}

	/**
	 * Returns whether a signature is valid.
	 * @param target path and query as received
	 * @param form the body as received
	 */
	boolean accepts(String signature, String target, String form) {
		int question = target.indexOf('?');
		String path = (question >= 0) ? target.substring(0, question) : target;
		String query = (question >= 0) ? target.substring(question + 1) : null;
		String parameters = FormParameters.parse(form.getBytes(StandardCharsets.US_ASCII)).signedText();
		return this.signatures.verify(this.publicUrl.candidates(path, query), parameters, signature);
	}

	boolean accepts(String signature, String target, Map<String, String> parameters) {
		return accepts(signature, target, SignedRequest.to("").with(parameters).body());
	}

}
