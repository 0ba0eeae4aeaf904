package io.frontlineservice.consent.words;

import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.outgoing.OutgoingMessageRule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Rejects messages with a word that the company does not allow, and counts them. Neither
 * the refusal nor a log contains the word. Thread-safe.
 */
@Component
@EnableConfigurationProperties(BlockedWordsSettings.class)
@Order(2)
final class BlockedWordsRule implements OutgoingMessageRule {

	static final String REFUSAL = "The message contains a word that your company does not allow.";

	private final BlockedWords words;

	private final Map<Locale, Counter> counters = new HashMap<>();

	BlockedWordsRule(BlockedWordsSettings settings, MeterRegistry meters) {
		this.words = new BlockedWords(settings.blockedWords());
		this.words.languages()
			.forEach((language) -> this.counters.put(language,
					Counter.builder("frontline.messages.blocked.words")
						.description("Messages of workers that were rejected because of a blocked word")
						.tag("language", language.toLanguageTag())
						.register(meters)));
	}

	@Override
	public Optional<String> refusal(OutgoingMessage message) {
		return Optional.ofNullable(message.body()).flatMap(this.words::languageOfWordIn).map((language) -> {
			Objects.requireNonNull(this.counters.get(language)).increment();
			return REFUSAL;
		});
	}

	@Override
	public String name() {
		return "blocked-words";
	}

}
