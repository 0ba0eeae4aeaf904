package io.frontlineservice.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys per purpose, derived from the shared secrets. */
class InstallationKeyTests {

	private final InstallationKey key = key("first", "second");

	@Test
	void hashesDifferByPurpose() {
		assertThat(hash(this.key.current("log"))).isNotEqualTo(hash(this.key.current("page-token")));
	}

	@Test
	void hashesDifferBySecret() {
		assertThat(hash(key("first").current("log"))).isNotEqualTo(hash(key("second").current("log")));
	}

	@Test
	void instancesWithTheSameSecretHashAlike() {
		assertThat(hash(key("first", "third").current("log"))).isEqualTo(hash(this.key.current("log")));
	}

	@Test
	void secretAndPurposeAreSeparated() {
		assertThat(hash(key("ab").current("c"))).isNotEqualTo(hash(key("a").current("bc")));
	}

	@Test
	void currentHashIsTheFirstOfThoseAccepted() {
		List<KeyedHash> accepted = this.key.accepted("log");

		assertThat(accepted).hasSize(2);
		assertThat(hash(accepted.get(0))).isEqualTo(hash(this.key.current("log")));
		assertThat(hash(accepted.get(1))).isEqualTo(hash(key("second").current("log")));
	}

	@Test
	void purposeAndTextAreNotConfused() {
		assertThat(this.key.current("a").shortened("b")).isNotEqualTo(this.key.current("b").shortened("a"));
	}

	private static InstallationKey key(String... secrets) {
		return new InstallationKey(Stream.of(secrets).map(Secret::of).toList());
	}

	private static String hash(KeyedHash hash) {
		return hash.shortened("ada@example.com");
	}

}
