package io.frontlineservice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of unknown origin become one line and do not change otherwise. */
class CleanTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "Ann", "Ann  Lee", "Ann\u00A0Lee", "Jürgen Groß", "田中 美咲", "مرحبا", "a\uD83D\uDE00b",
			"👩‍👩‍👧", "ไทย", "e\u0301", "{{Name}}", "$& \\ <b>", "\u200Fא" })
	void textInOneLineIsUnchanged(String text) {
		assertThat(CleanText.unbroken(text)).isEqualTo(text);
		assertThat(CleanText.line(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "a\\nb;a b", "a \\r\\n \\t b;a b", "a\u0085b;a b", "a\u2028b\u2029c;a b c", "\\na\\n;a",
					"a\u0000\u0007b;a b", "a\uD83Db\uDE00c;a b c", "a\u202Eb\u202Cc;abc", "a\u2066b\u2069c;abc",
					"a\\n\u00A0b;a b", "a  b\\nc;a  b c", "\uD83D\uDE00\\n\uD83D\uDE00;\uD83D\uDE00 \uD83D\uDE00" })
	void lineBreaksAndDirectionControlsAreRemoved(String text, String line) {
		assertThat(CleanText.unbroken(text.translateEscapes())).isEqualTo(line);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t\r\n", "\u0000", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\u202E", "\uD83D",
			"\u200B\n\u200D" })
	void invisibleTextIsNull(String text) {
		assertThat(CleanText.unbroken(text)).isNull();
		assertThat(CleanText.line(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "é", "李", "\uD83D\uDE00" })
	void lineHasAtMost256Characters(String letter) {
		assertThat(CleanText.line(letter.repeat(256))).isEqualTo(letter.repeat(256));
		assertThat(CleanText.line(letter.repeat(257))).isEqualTo(letter.repeat(255) + "…");
		assertThat(CleanText.unbroken(letter.repeat(257))).isEqualTo(letter.repeat(257));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\n", "\u0000", "\u2028", "\uD83D", "\u202E", "\u00A0", "\u200B" })
	void veryLongTextIsCleanedQuickly(String blank) {
		String text = "a" + blank.repeat(200_000) + "\uD83D\uDE00";
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> CleanText.unbroken(text));
	}

	@Property(tries = 1_000, seed = "20260131")
	void cleaningIsStableForAnyText(@ForAll("texts") String text) {
		String line = CleanText.unbroken(text);
		if (line != null) {
			assertThat(line).isNotBlank()
				.doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]")
				.isEqualTo(line.strip());
			assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
			assertThat(CleanText.unbroken(line)).isEqualTo(line);
			assertThat(text)
				.contains(line.codePoints().filter((it) -> it != ' ').mapToObj(Character::toString).toList());
		}
	}

	@Provide
	Arbitrary<String> texts() {
		return ArbitraryText.upTo(30);
	}

}
