package io.frontlineservice.conversation.participant;

import io.frontlineservice.privacy.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The hashes under which the store keeps people and addresses: HMACs of the texts of
 * {@link PersonKeys}. Unlike the hashes that are keyed with the auth token, they stay the
 * same when the token is rotated. Thread-safe.
 */
@Component
public class PersonHashes {

	private final PersonKeyring keyring;

	PersonHashes(PersonKeyring keyring) {
		this.keyring = keyring;
	}

	/** Returns the hash under which something is stored now: 64 hexadecimal digits. */
	public String current(String key) {
		return hash(this.keyring.keys().get(0), key);
	}

	/**
	 * Returns all hashes under which something may have been stored, the current one
	 * first.
	 */
	public List<String> accepted(String key) {
		return this.keyring.keys().stream().map((secret) -> hash(secret, key)).toList();
	}

	private static String hash(byte[] secret, String key) {
		return HexFormat.of().formatHex(KeyedHash.keyedWith(secret).of(key.getBytes(StandardCharsets.UTF_8)));
	}

}
