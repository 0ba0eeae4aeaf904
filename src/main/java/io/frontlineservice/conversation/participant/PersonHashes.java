package io.frontlineservice.conversation.participant;

import io.frontlineservice.privacy.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The hashes under which the store keeps people and addresses: HMACs of the texts of
 * {@link PersonKeys}. Unlike the hashes that are keyed with the auth token, they stay the
 * same when the token is rotated. Thread-safe.
 */
@Component
public class PersonHashes {

	/** One for each key of the {@link PersonKeyring}, the newest first. */
	private final List<KeyedHash> hashes;

	PersonHashes(PersonKeyring keyring) {
		this.hashes = keyring.keys().stream().map(KeyedHash::keyedWith).toList();
	}

	/** Returns the hash under which something is stored now: 64 hexadecimal digits. */
	public String current(String key) {
		return hash(this.hashes.get(0), key);
	}

	/**
	 * Returns all hashes under which something may have been stored, the current one
	 * first.
	 */
	public List<String> accepted(String key) {
		return this.hashes.stream().map((hash) -> hash(hash, key)).toList();
	}

	/**
	 * Returns all hashes under which something of a person may have been stored.
	 * @param person the keys of the person, of each address
	 */
	public List<String> accepted(Collection<PersonKeys> person) {
		Set<String> keys = new LinkedHashSet<>();
		person.forEach((known) -> known.keys().forEach(keys::add));
		List<String> all = new ArrayList<>(keys.size() * this.hashes.size());
		for (String key : keys) {
			this.hashes.forEach((hash) -> all.add(hash(hash, key)));
		}
		return all;
	}

	private static String hash(KeyedHash hash, String key) {
		return HexFormat.of().formatHex(hash.of(key.getBytes(StandardCharsets.UTF_8)));
	}

}
