package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies a customer file by its content and the settings by which it is read, so that
 * an import continues only where rows mean the same. Called before an import.
 */
final class FileFingerprint {

	private FileFingerprint() {
	}

	/**
	 * Returns the fingerprint: 64 characters.
	 * @throws IOException if the file cannot be read
	 */
	static String of(FileLocation location, String settings) throws IOException {
		MessageDigest digest = sha256();
		digest.update(settings.getBytes(StandardCharsets.UTF_8));
		try (InputStream content = location.open();
				DigestOutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
			content.transferTo(into);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
