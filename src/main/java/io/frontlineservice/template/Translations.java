package io.frontlineservice.template;

import io.frontlineservice.text.Languages;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The same text or template in one or more languages. Part of the {@link Catalogue}.
 * Immutable.
 *
 * @param <T> the type of the text
 */
final class Translations<T> {

	private final Map<Locale, T> byLanguage;

	private final Locale defaultLanguage;

	Translations(Map<Locale, T> byLanguage, Locale defaultLanguage) {
		this.byLanguage = new LinkedHashMap<>(byLanguage);
		this.defaultLanguage = defaultLanguage;
	}

	/**
	 * The best available language: the closest to the wanted one, else to the default.
	 */
	Optional<Locale> languageFor(Locale wanted) {
		return Languages.closest(wanted, this.byLanguage.keySet())
			.or(() -> Languages.closest(this.defaultLanguage, this.byLanguage.keySet()));
	}

	/** The translation in a language that {@link #languageFor} returned. */
	T get(Locale language) {
		return Objects.requireNonNull(this.byLanguage.get(language));
	}

	/** All translations. */
	Map<Locale, T> byLanguage() {
		return Collections.unmodifiableMap(this.byLanguage);
	}

}
