package io.frontlineservice.crm.token;

import io.frontlineservice.crm.http.TokenFamily;
import io.frontlineservice.privacy.Encryption;
import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the tokens of a family, so that a backup of the store does not disclose them.
 * The key is derived by HKDF from the client secret, which the store does not have. Used
 * by {@link DatabaseTokenStore}. Thread-safe.
 */
final class TokenCipher {

	private static final String MAC = "HmacSHA256";

	private static final String PURPOSE = "frontline tokens of a CRM";

	private final String family;

	private final Encryption encryption;

	TokenCipher(TokenFamily family) {
		this.family = family.key();
		byte[] extracted = mac(bytes(this.family), family.clientSecret().bytes());
		this.encryption = new Encryption(mac(extracted, bytes(PURPOSE + "\1")));
	}

	/**
	 * Encrypts a token.
	 * @param column where it is stored, and cannot be decrypted elsewhere
	 */
	String encrypted(Secret token, String column) {
		return this.encryption.encrypt(token.bytes(), bytes(this.family + column));
	}

	/**
	 * Returns a token; empty if there is none, or it was encrypted by another secret or
	 * has been changed.
	 */
	Optional<Secret> decrypted(@Nullable String stored, String column) {
		return Optional.ofNullable(stored)
			.flatMap((text) -> this.encryption.decrypt(text, bytes(this.family + column)))
			.map((token) -> Secret.of(new String(token, StandardCharsets.UTF_8)));
	}

	private static byte[] mac(byte[] key, byte[] text) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(new SecretKeySpec(key, MAC));
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + MAC, ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
