package io.frontlineservice.consent.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.TestSids;
import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Messages with a blocked word are rejected. */
class BlockedWordsTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "en, guaranteed, This is GUARANTEED!", "en, guaranteed, guaranteed",
			"en, guaranteed, (guaranteed)", "en, guaranteed, end.Guaranteed.Call", "en, guaranteed, \uFF27uaranteed",
			"en, guaranteed, guar\u200Banteed", "en, guaranteed, guar\u00ADanteed",
			"en, guaranteed, \uD83D\uDE00guaranteed\uD83D\uDE00", "en, risk-free, it is risk-free",
			"en, free money, free \u00A0 money", "en, free money, `free\n\tmoney`", "en, can't, you can\u2019t",
			"en, can, he said 'can'", "en, 100%, it is 100%", "en, 100%, 100%sure", "en, $$$, win $$$now",
			"de, straße, STRASSE", "de, größe, GRO\u0308SSE", "fr, gratuité, GRATUITE\u0301", "tr, sıkıcı, SIKICI",
			"tr, istanbul, İSTANBUL", "el, σίγουρος, ΣΊΓΟΥΡΟΣ", "ru, бесплатно, БЕСПЛАТНО", "ar, مضمون, هذا مضمون!",
			"he, חינם, זה חינם.", "hi, मुफ़्त, यह मुफ़्त है", "ko, 무료, 무료 상품", "zh, 保证, 我们保证收益", "ja, 絶対, これは絶対です",
			"ja, ガス, ｶﾞｽ代", "th, ฟรี, ของฟรีนะ", "en, abc, 这abc是" })
	void messageWithTheWordIsRejected(String language, String word, String text) {
		assertThat(refusal(language, word, text))
			.hasValue("The message contains a word that your company does not allow.");
		assertThat(this.meters.get("frontline.messages.blocked.words").tag("language", language).counter().count())
			.isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "en, guaranteed, unguaranteed", "en, guarantee, guaranteed", "en, can, you can't",
					"en, can, you can\u2019t", "en, t, can't", "en, free money, freemoney",
					"en, free money, free-money", "en, as, was", "en, as, as_is", "en, as, as2", "en, cafe, café",
					"en, cafe, cafe\u0301", "en, 100%, 1100%", "de, gas, Gasse", "ru, бес, бесплатно", "hi, म, मुफ़्त",
					"ar, من, منزل", "ko, 무료, 무료는", "tr, sıkıcı, sikici", "zh, 保证, 保护证明", "en, free, " })
	void messageWithoutTheWordIsSent(String language, String word, @Nullable String text) {
		assertThat(refusal(language, word, text)).isEmpty();
		assertThat(this.meters.find("frontline.messages.blocked.words").counters()).allMatch((it) -> it.count() == 0);
	}

	@Test
	void nothingIsBlockedByDefault() {
		BlockedWordsRule rule = new BlockedWordsRule(new BlockedWordsSettings(Map.of("en", List.of("", " "))),
				this.meters);
		assertThat(rule.refusal(message("Hello"))).isEmpty();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void textsOfSettingsDoNotContainTheWords() {
		assertThat(new BlockedWordsSettings(Map.of("en", List.of("secret")))).hasToString("BlockedWordsSettings[en]");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "false, is how YAML reads no: write \"no\" in quotes for Norwegian",
			"klingon please, must be named after a language such as en or pt-BR" })
	void unknownLanguageIsAFinding(String language, String problem) {
		MockEnvironment environment = new MockEnvironment()
			.withProperty("frontline.consent.blocked-words[" + language + "]", "word");
		assertThat(new BlockedWordsCheck().findings(environment))
			.containsExactly(new Finding("frontline.consent.blocked-words." + language, problem));
	}

	@Test
	void sameLanguageTwiceIsAFinding() {
		MockEnvironment environment = new MockEnvironment()
			.withProperty("frontline.consent.blocked-words.en", "one, two")
			.withProperty("frontline.consent.blocked-words.english[0]", "three");
		assertThat(new BlockedWordsCheck().findings(environment)).containsExactly(new Finding(
				"frontline.consent.blocked-words.english", "is the same language as another list: join the two"));
	}

	private Optional<String> refusal(String language, String word, @Nullable String text) {
		BlockedWordsSettings settings = new BlockedWordsSettings(
				Map.of(language, List.of("other", word), "eo", List.of("malpermesita")));
		return new BlockedWordsRule(settings, this.meters).refusal(message(text));
	}

	private static OutgoingMessage message(@Nullable String text) {
		return new OutgoingMessage(TestSids.sid("CH1"), WorkerIdentity.of("ada@example.com"), text);
	}

}
