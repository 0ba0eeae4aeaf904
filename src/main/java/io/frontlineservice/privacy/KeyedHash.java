package io.frontlineservice.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * A hash that only this installation can compute. The same text gives the same hash in
 * every log line and on every instance, and a text cannot be guessed from its hash. Made
 * by {@link InstallationKey}, or with a key of its own. Thread-safe.
 */
public final class KeyedHash {

	private static final int SHORT_BYTES = 6;

	private final Mac prototype;

	KeyedHash(Mac prototype) {
		this.prototype = prototype;
	}

	/**
	 * Creates a hash with this key.
	 * @param key 32 random bytes
	 */
	public static KeyedHash keyedWith(byte[] key) {
		return InstallationKey.hashWith(key);
	}

	/** The full hash of the parts, 32 bytes; it depends on where each part ends. */
	public byte[] of(byte[]... parts) {
		Mac mac = copy();
		for (byte[] part : parts) {
			mac.update(new byte[] { (byte) (part.length >>> 24), (byte) (part.length >>> 16),
					(byte) (part.length >>> 8), (byte) part.length });
			mac.update(part);
		}
		return mac.doFinal();
	}

	/** Twelve hexadecimal digits that represent the text in logs. */
	public String shortened(String text) {
		byte[] hash = of(text.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(hash, 0, SHORT_BYTES);
	}

	private Mac copy() {
		try {
			return (Mac) this.prototype.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("The JDK's HMACs can be cloned", ex);
		}
	}

}
