package io.frontlineservice.customer;

import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.KeyedHash;
import io.frontlineservice.worker.Worker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Turns a CRM's cursor into a token, which is valid for one worker and one search on
 * every instance of the installation. The cursor in it is signed, but readable. Called by
 * {@link CustomerService}. Thread-safe.
 */
final class PageTokens {

	private static final String PURPOSE = "page-token";

	private static final int MAC_BYTES = 16;

	private final KeyedHash current;

	private final List<KeyedHash> accepted;

	PageTokens(InstallationKey key) {
		this.current = key.current(PURPOSE);
		this.accepted = key.accepted(PURPOSE);
	}

	String issue(Worker worker, String search, String cursor) {
		byte[] text = cursor.getBytes(StandardCharsets.UTF_8);
		byte[] token = Arrays.copyOf(mac(this.current, worker, search, text), MAC_BYTES + text.length);
		System.arraycopy(text, 0, token, MAC_BYTES, text.length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	/**
	 * Returns the cursor in the token; empty if the token was not issued to this worker
	 * for this search.
	 */
	Optional<String> cursor(Worker worker, String search, String token) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (bytes.length < MAC_BYTES) {
			return Optional.empty();
		}
		byte[] text = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
		byte[] mac = Arrays.copyOf(bytes, MAC_BYTES);
		for (KeyedHash hash : this.accepted) {
			if (MessageDigest.isEqual(mac, mac(hash, worker, search, text))) {
				return Optional.of(new String(text, StandardCharsets.UTF_8));
			}
		}
		return Optional.empty();
	}

	private static byte[] mac(KeyedHash hash, Worker worker, String search, byte[] cursor) {
		byte[] mac = hash.of(worker.identity().key().getBytes(StandardCharsets.UTF_8),
				search.getBytes(StandardCharsets.UTF_8), cursor);
		return Arrays.copyOf(mac, MAC_BYTES);
	}

}
