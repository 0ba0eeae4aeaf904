package io.frontlineservice.privacy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must be stored and must not be readable in a backup of the store, by
 * AES-GCM with a random nonce. Thread-safe.
 */
public final class Encryption {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key;

	/**
	 * Encrypts with a key.
	 * @param key 16 or 32 bytes that the store does not have
	 */
	public Encryption(byte[] key) {
		this.key = new SecretKeySpec(key, "AES");
	}

	/**
	 * Encrypts data.
	 * @param place where the data is stored; elsewhere it cannot be decrypted
	 */
	public String encrypt(byte[] data, byte[] place) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(data);
			byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
			System.arraycopy(encrypted, 0, stored, NONCE_BYTES, encrypted.length);
			return Base64.getEncoder().encodeToString(stored);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has AES-GCM", ex);
		}
	}

	/**
	 * Decrypts data; empty if it was encrypted by another key or for another place, or
	 * has been changed.
	 */
	public Optional<byte[]> decrypt(String stored, byte[] place) {
		try {
			byte[] bytes = Base64.getDecoder().decode(stored);
			if (bytes.length <= NONCE_BYTES) {
				return Optional.empty();
			}
			Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), place);
			return Optional.of(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
		}
		catch (IllegalArgumentException | AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has AES-GCM", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(place);
		return cipher;
	}

}
