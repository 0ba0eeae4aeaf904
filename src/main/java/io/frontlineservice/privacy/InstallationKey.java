package io.frontlineservice.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that all instances of one installation share. Each purpose has a key derived
 * from it, so that a key cannot be used for another purpose. Immutable.
 */
public final class InstallationKey {

	private static final String ALGORITHM = "HmacSHA256";

	private final List<Secret> secrets;

	/**
	 * Creates a key from the shared secrets.
	 * @param secrets the current one, then those still accepted during a rotation
	 */
	public InstallationKey(List<Secret> secrets) {
		this.secrets = List.copyOf(secrets);
	}

	/** The MAC for this purpose with the current secret. */
	public KeyedHash current(String purpose) {
		return derive(this.secrets.get(0), purpose);
	}

	/** The MACs accepted for this purpose, the current one first. */
	public List<KeyedHash> accepted(String purpose) {
		return this.secrets.stream().map((secret) -> derive(secret, purpose)).toList();
	}

	/** The encryptions for this purpose by all secrets, that by the current one first. */
	public List<Encryption> encryptions(String purpose) {
		return this.secrets.stream().map((secret) -> new Encryption(key(secret, purpose))).toList();
	}

	private static KeyedHash derive(Secret secret, String purpose) {
		return hashWith(key(secret, purpose));
	}

	static KeyedHash hashWith(byte[] key) {
		return new KeyedHash(mac(new SecretKeySpec(key, ALGORITHM)));
	}

	private static byte[] key(Secret secret, String purpose) {
		return mac(new SecretKeySpec(secret.bytes(), ALGORITHM)).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
	}

	private static Mac mac(SecretKey key) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

}
