package io.frontlineservice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** How languages are read, and which available language is chosen. */
class LanguagesTests {

	@ParameterizedTest
	@CsvSource({ "de, de", "DE, de", "de_AT, de-AT", "de-at, de-AT", "' pt_BR ', pt-BR", "de_AT.UTF-8, de",
			"German, de", "German (Austria), de", "English (US), en", "deu, de", "fil, fil", "deutsch, de",
			"GERMAN, de", "Español, es", "español, es", "日本語, ja", "Hebrew, he", "iw, he", "zh-Hant-TW, zh-Hant-TW",
			"no, no", "Norwegian, no", "nb, nb", "is, is", "Italian, it" })
	void languageIsReadFromTagsAndNames(String written, String tag) {
		assertThat(Languages.read(written)).contains(Locale.forLanguageTag(tag));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "xx", "x", "klingon", "(US)", "-de", "_", "@", "null", "undefined", "german?", "1",
			"\u0000", "x-private" })
	void textThatIsNotALanguageIsEmpty(String written) {
		assertThat(Languages.read(written)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "de, en de, de", "de-AT, en de, de", "de-AT, de de-AT, de-AT", "de-AT, de-AT de, de-AT",
			"de, en de-CH de-AT, de-CH", "de-AT, en de-CH, de-CH", "zh-Hant-TW, zh-Hans zh-Hant, zh-Hant",
			"nb, en no, no", "no, en nb, nb", "no-NO, nb, nb", "nb, nb no, nb", "no, nb no, no" })
	void theClosestLanguageServes(String wanted, String available, String found) {
		assertThat(Languages.closest(Locale.forLanguageTag(wanted), locales(available)))
			.contains(Locale.forLanguageTag(found));
	}

	@ParameterizedTest
	@CsvSource({ "de, en fr", "de, nl", "de, ''", "nn, nb no" })
	void anotherLanguageDoesNot(String wanted, String available) {
		assertThat(Languages.closest(Locale.forLanguageTag(wanted), locales(available))).isEmpty();
	}

	@Property(tries = 2_000, seed = "20260131")
	void theClosestIsAlwaysOneOfThoseThereAre(@ForAll("languages") List<String> written) {
		List<Locale> available = written.stream().flatMap((it) -> Languages.read(it).stream()).toList();
		for (Locale wanted : available) {
			assertThat(Languages.closest(wanted, available)).contains(wanted);
			List<Locale> others = available.stream().filter((it) -> !it.equals(wanted)).toList();
			assertThat(Languages.closest(wanted, others)).matches((it) -> it.isEmpty() || others.contains(it.get()));
		}
	}

	@Provide
	Arbitrary<List<String>> languages() {
		return Arbitraries
			.of("de", "en", "no", "nb", "ja", "JP", "zh", "Hant", "TW", "u-ca-buddhist", "x-any", "1996", "posix", "-",
					"_")
			.list()
			.ofMinSize(1)
			.ofMaxSize(5)
			.map((parts) -> String.join("-", parts))
			.list()
			.ofMaxSize(6);
	}

	private static List<Locale> locales(String tags) {
		return Arrays.stream(tags.split(" ")).filter((it) -> !it.isEmpty()).map(Locale::forLanguageTag).toList();
	}

}
