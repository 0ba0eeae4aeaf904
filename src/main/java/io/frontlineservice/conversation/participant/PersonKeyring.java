package io.frontlineservice.conversation.participant;

import io.frontlineservice.privacy.Encryption;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.work.WorkStore;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The random keys of {@link PersonHashes}. They are stored, encrypted by each accepted
 * auth token, so that a rotation of the token does not change the hashes. Thread-safe.
 * <p>
 * If no configured token decrypts the newest key, because the token was replaced without
 * a rotation, there is a new key from then on. What was stored under the old one is found
 * again when a token is configured that decrypts it.
 */
@Component
class PersonKeyring {

	private static final Logger logger = LoggerFactory.getLogger(PersonKeyring.class);

	private static final String PURPOSE = "person-keys";

	private static final byte[] PLACE = "person_key".getBytes(StandardCharsets.UTF_8);

	private static final int KEY_BYTES = 32;

	private static final String SEPARATOR = ",";

	/** The newest copies; more than two tokens are never in use at the same time. */
	private static final int MAX_COPIES = 6;

	private final JdbcClient store;

	private final List<Encryption> encryptions;

	private final Clock clock;

	private final List<byte[]> keys;

	PersonKeyring(@WorkStore JdbcClient store, InstallationKey key, Clock clock) {
		this.store = store;
		this.encryptions = key.encryptions(PURPOSE);
		this.clock = clock;
		// At the start and in transactions of their own: a key in use must be in the
		// store.
		this.keys = read();
	}

	/** Returns all keys that can be decrypted, the newest first. */
	List<byte[]> keys() {
		return this.keys;
	}

	private List<byte[]> read() {
		List<Generation> all = generations();
		int newest = all.isEmpty() ? 0 : all.get(0).number();
		if (all.isEmpty() || decrypted(all.get(0)).isEmpty()) {
			if (!all.isEmpty()) {
				logger
					.error("The opt-outs and the memory of participants that were stored before are not found, because "
							+ "no configured auth token decrypts their key: see src/docs/deployment.md, "
							+ "\"Rotate the auth token\"");
			}
			add(newest + 1);
			all = generations();
		}
		List<byte[]> keys = new ArrayList<>();
		for (Generation generation : all) {
			decrypted(generation).ifPresent((key) -> {
				keys.add(key);
				encryptByAllTokens(generation, key);
			});
		}
		return List.copyOf(keys);
	}

	private List<Generation> generations() {
		return this.store.sql("select generation, encrypted from person_key order by generation desc")
			.query((row, number) -> new Generation(row.getInt("generation"), row.getString("encrypted")))
			.list();
	}

	private Optional<byte[]> decrypted(Generation generation) {
		return this.encryptions.stream()
			.flatMap((encryption) -> generation.copies()
				.stream()
				.flatMap((copy) -> encryption.decrypt(copy, PLACE).stream()))
			.findFirst();
	}

	/** Another instance may add the same generation at the same time; the first wins. */
	private void add(int generation) {
		byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		this.store.sql("""
				insert into person_key (generation, encrypted, created_at) values (:generation, :encrypted, :now)
				on conflict (generation) do nothing""")
			.param("generation", generation)
			.param("encrypted", encrypted(key))
			.param("now", this.clock.millis())
			.update();
	}

	/**
	 * During a rotation, the next token must decrypt the key as well. Copies by other
	 * tokens stay, because other instances may have these.
	 */
	private void encryptByAllTokens(Generation generation, byte[] key) {
		List<String> missing = this.encryptions.stream()
			.filter((encryption) -> generation.copies()
				.stream()
				.noneMatch((copy) -> encryption.decrypt(copy, PLACE).isPresent()))
			.map((encryption) -> encryption.encrypt(key, PLACE))
			.toList();
		if (!missing.isEmpty()) {
			List<String> copies = Stream.concat(missing.stream(), generation.copies().stream())
				.limit(MAX_COPIES)
				.toList();
			this.store.sql("update person_key set encrypted = :encrypted where generation = :generation")
				.param("encrypted", String.join(SEPARATOR, copies))
				.param("generation", generation.number())
				.update();
		}
	}

	private String encrypted(byte[] key) {
		return String.join(SEPARATOR,
				this.encryptions.stream().map((encryption) -> encryption.encrypt(key, PLACE)).toList());
	}

	/**
	 * A stored key.
	 *
	 * @param number counts up; the highest one is in use
	 * @param encrypted the key, once for each token
	 */
	private record Generation(int number, String encrypted) {

		List<String> copies() {
			return List.of(this.encrypted.split(SEPARATOR));
		}

	}

}
