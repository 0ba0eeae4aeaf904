package io.frontlineservice.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * A hash that only this installation can compute: the same text gives the same hash in
 * every log line and on every instance, and nobody can guess texts from it. Made by
 * {@link InstallationKey}. Thread-safe.
 */
public final class KeyedHash {

	private static final int SHORT_BYTES = 6;

	private final Mac prototype;

	KeyedHash(Mac prototype) {
		this.prototype = prototype;
	}

	/** The whole hash, 32 bytes, of the parts; where one part ends is part of it. */
	public byte[] of(byte[]... parts) {
		Mac mac = copy();
		for (byte[] part : parts) {
			mac.update(new byte[] { (byte) (part.length >>> 24), (byte) (part.length >>> 16),
					(byte) (part.length >>> 8), (byte) part.length });
			mac.update(part);
		}
		return mac.doFinal();
	}

	/** Twelve hexadecimal digits that stand for the text in a log. */
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
