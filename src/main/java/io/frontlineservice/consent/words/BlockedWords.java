package io.frontlineservice.consent.words;

import io.frontlineservice.text.Languages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words and phrases that messages must not contain, by language. All languages apply
 * to every message, because the language of a message is not known. Immutable.
 */
final class BlockedWords {

	private final Map<Locale, List<FoldedText>> words = new HashMap<>();

	/**
	 * Creates the lists.
	 * @param written words and phrases by language tag; blank ones are ignored
	 */
	BlockedWords(Map<String, List<String>> written) {
		written.forEach((tag, list) -> {
			Locale language = Languages.read(tag).orElse(Locale.ROOT);
			List<FoldedText> folded = list.stream()
				.map((word) -> FoldedText.of(word, language))
				.filter((word) -> !word.value().isEmpty())
				.toList();
			if (!folded.isEmpty()) {
				this.words.put(language, folded);
			}
		});
	}

	/** Returns the languages that have words. */
	Collection<Locale> languages() {
		return this.words.keySet();
	}

	/** Returns the language of a blocked word in the text; empty if it contains none. */
	Optional<Locale> languageOfWordIn(String text) {
		if (this.words.isEmpty()) {
			return Optional.empty();
		}
		FoldedText folded = FoldedText.of(text, Locale.ROOT);
		return this.words.entrySet().stream().filter((language) -> {
			FoldedText ofLanguage = FoldedText.isTurkic(language.getKey()) ? FoldedText.of(text, language.getKey())
					: folded;
			return language.getValue().stream().anyMatch(ofLanguage::hasWords);
		}).map(Map.Entry::getKey).findFirst();
	}

}
