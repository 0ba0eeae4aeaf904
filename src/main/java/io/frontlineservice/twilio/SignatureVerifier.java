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
 * Computes and compares {@code X-Twilio-Signature}: HMAC-SHA1, by the account's auth
 * token, of the URL and the parameters of the form. Twilio's own library is not used,
 * because it refuses requests with repeated parameters and URLs with escapes that Twilio
 * really sends. Called by {@link SignatureFilter} and {@link RequestSigner}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/callbacks-security">Frontline:
 * callbacks security</a>
 */
final class SignatureVerifier {

	private static final String ALGORITHM = "HmacSHA1";

	private final List<Mac> prototypes;

	/** A verifier that accepts signatures by any of these tokens, one at the least. */
	SignatureVerifier(List<Secret> tokens) {
		this.prototypes = tokens.stream().map(SignatureVerifier::keyed).toList();
	}

	/**
	 * Whether the signature belongs to the form and one of the URLs. How long the answer
	 * takes does not depend on the signature.
	 * @param urls the URLs that may have been signed
	 * @param parameters the parameters as {@link FormParameters#signedText} gives them
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

	/** The signature of the form and the URL by the first token. */
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

	private static Mac keyed(Secret token) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(token.bytes(), ALGORITHM));
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

}
