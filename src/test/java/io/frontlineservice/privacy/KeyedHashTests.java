package io.frontlineservice.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hashes that replace names in logs. */
class KeyedHashTests {

	private final KeyedHash hash = new InstallationKey(List.of(Secret.of("secret"))).current("log");

	@Test
	void sameTextGivesTheSameHash() {
		assertThat(this.hash.of(bytes("ada"))).isEqualTo(this.hash.of(bytes("ada"))).hasSize(32);
		assertThat(this.hash.shortened("ada")).isEqualTo(this.hash.shortened("ada"));
	}

	@Test
	void otherTextGivesAnotherHash() {
		Set<String> hashes = new HashSet<>();
		IntStream.range(0, 1000).forEach((i) -> hashes.add(this.hash.shortened("worker" + i)));

		assertThat(hashes).hasSize(1000);
	}

	@Test
	void hashDependsOnWhereEachPartEnds() {
		assertThat(
				Set.of(hex("ab", "c"), hex("a", "bc"), hex("abc"), hex("", "abc"), hex("abc", ""), hex("a", "b", "c")))
			.hasSize(6);
		assertThat(hex()).isNotEqualTo(hex(""));
	}

	@Test
	void hashesOfLongPartsDiffer() {
		assertThat(Set.of(hex("a".repeat(255), "b"), hex("a".repeat(256), "b"), hex("a".repeat(65_536), "b"),
				hex("a".repeat(16_777_216), "b")))
			.hasSize(4);
	}

	@Test
	void partMayLookLikeTheLengthOfAnother() {
		assertThat(hex("\u0000\u0000\u0000\u0001a")).isNotEqualTo(hex("", "a"));
		assertThat(hex("", "a")).isNotEqualTo(hex("\u0000\u0000\u0000", "a"));
	}

	@Test
	void shortenedHashIsTwelveHexadecimalDigits() {
		assertThat(this.hash.shortened("ada@example.com")).matches("[0-9a-f]{12}");
		assertThat(this.hash.shortened("")).matches("[0-9a-f]{12}");
		assertThat(hex("ada@example.com")).startsWith(this.hash.shortened("ada@example.com"));
	}

	@Test
	void threadsDoNotDisturbEachOther() {
		String expected = this.hash.shortened("ada");

		assertThat(IntStream.range(0, 10_000).parallel().mapToObj((i) -> this.hash.shortened("ada")))
			.containsOnly(expected);
	}

	private String hex(String... parts) {
		byte[][] bytes = new byte[parts.length][];
		for (int i = 0; i < parts.length; i++) {
			bytes[i] = bytes(parts[i]);
		}
		return HexFormat.of().formatHex(this.hash.of(bytes));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
