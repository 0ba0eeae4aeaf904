package io.frontlineservice.crm.token;

import io.frontlineservice.crm.http.TokenFamily;
import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the tokens of a family by AES-GCM, so that a backup of the store does not
 * disclose them. The key is derived by HKDF from the client secret, which the store does
 * not have. Used by {@link DatabaseTokenStore}. Thread-safe.
 */
final class TokenCipher {

	private static final String MAC = "HmacSHA256";

	private static final String PURPOSE = "frontline tokens of a CRM";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final String family;

	private final SecretKeySpec key;

	TokenCipher(TokenFamily family) {
		this.family = family.key();
		byte[] extracted = mac(bytes(this.family), family.clientSecret().bytes());
		this.key = new SecretKeySpec(mac(extracted, bytes(PURPOSE + "\1")), "AES");
	}

	/**
	 * Encrypts a token.
	 * @param column where it is stored, and cannot be decrypted elsewhere
	 */
	String encrypted(Secret token, String column) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, column).doFinal(token.bytes());
			byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
			System.arraycopy(encrypted, 0, stored, NONCE_BYTES, encrypted.length);
			return Base64.getEncoder().encodeToString(stored);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has AES-GCM", ex);
		}
	}

	/**
	 * Returns a token; empty if there is none, or it was encrypted by another secret or
	 * has been changed.
	 */
	Optional<Secret> decrypted(@Nullable String stored, String column) {
		try {
			byte[] bytes = Base64.getDecoder().decode((stored != null) ? stored : "");
			if (bytes.length <= NONCE_BYTES) {
				return Optional.empty();
			}
			Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), column);
			byte[] token = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
			return Optional.of(Secret.of(new String(token, StandardCharsets.UTF_8)));
		}
		catch (IllegalArgumentException | AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has AES-GCM", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String column) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(bytes(this.family + column));
		return cipher;
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
