package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes and compares {@code X-Twilio-Signature}: the HMAC, by the account's auth token
 * or by a shared key, of the URL and the parameters of the form. Twilio's own library is
 * not used: it rejects repeated parameters and escapes in URLs that Twilio does send.
 * Called by {@link SignatureFilter} and {@link RequestSigner}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/callbacks-security">Frontline:
 * callbacks security</a>
 */
final class SignatureVerifier {

	private final SignatureScheme scheme;

	private final String keyId;

	private final List<Mac> prototypes;

	/**
	 * Creates a verifier that accepts signatures by any of these tokens, at least one.
	 */
	SignatureVerifier(List<Secret> tokens) {
		this(SignatureScheme.AUTH_TOKEN, "", tokens);
	}

	private SignatureVerifier(SignatureScheme scheme, String keyId, List<Secret> secrets) {
		this.scheme = scheme;
		this.keyId = keyId;
		this.prototypes = secrets.stream().map((secret) -> keyed(scheme.algorithm(), secret)).toList();
	}

	/** Returns a verifier that only accepts signatures by that shared key. */
	static SignatureVerifier byKey(String keyId, Secret secret) {
		return new SignatureVerifier(SignatureScheme.WEBHOOK_KEY, keyId, List.of(secret));
	}

	SignatureScheme scheme() {
		return this.scheme;
	}

	/** Returns the id of the shared key; empty for the auth token. */
	String keyId() {
		return this.keyId;
	}

	/**
	 * Returns whether the signature matches the form and one of the URLs, in a time that
	 * does not depend on the signature.
	 * @param urls the URLs that may have been signed
	 * @param parameters the result of {@link FormParameters#signedText}
	 * @param signature the value of the header
	 */
	boolean verify(Collection<String> urls, String parameters, String signature) {
		byte[] given = signature.getBytes(StandardCharsets.UTF_8);
		byte[] signed = parameters.getBytes(StandardCharsets.UTF_8);
		boolean valid = false;
		for (Mac prototype : this.prototypes) {
			for (String url : urls) {
				valid |= MessageDigest.isEqual(sign(prototype, url, signed), given);
			}
		}
		return valid;
	}

	/** Returns the signature of the form and the URL by the first secret. */
	String sign(String url, String parameters) {
		byte[] signature = sign(this.prototypes.get(0), url, parameters.getBytes(StandardCharsets.UTF_8));
		return new String(signature, StandardCharsets.US_ASCII);
	}

	private static byte[] sign(Mac prototype, String url, byte[] parameters) {
		try {
			Mac mac = (Mac) prototype.clone();
			mac.update(url.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encode(mac.doFinal(parameters));
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("The JDK's HMACs can be cloned", ex);
		}
	}

	private static Mac keyed(String algorithm, Secret secret) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(secret.bytes(), algorithm));
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + algorithm, ex);
		}
	}

}
