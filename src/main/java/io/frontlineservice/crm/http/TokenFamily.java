package io.frontlineservice.crm.http;

import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The refresh tokens that follow from one authorization: each replaces the one before.
 * Made of the settings of an adapter; {@link TokenStore} keeps the newest. Immutable.
 *
 * @param tokenUrl the URL of the token endpoint
 * @param clientId the id of the client
 * @param clientSecret the secret of the client
 * @param firstToken the refresh token that is configured. Another one is another family
 */
public record TokenFamily(String tokenUrl, String clientId, Secret clientSecret, Secret firstToken) {

	/**
	 * Returns the name under which the tokens are kept: 64 hexadecimal digits, which
	 * disclose nothing.
	 */
	public String key() {
		try {
			MessageDigest hash = MessageDigest.getInstance("SHA-256");
			for (String part : new String[] { this.tokenUrl, this.clientId, this.firstToken.reveal() }) {
				hash.update(part.getBytes(StandardCharsets.UTF_8));
				// A zero byte ends each part.
				hash.update((byte) 0);
			}
			return HexFormat.of().formatHex(hash.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
