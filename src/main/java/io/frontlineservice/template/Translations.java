package io.frontlineservice.template;

import io.frontlineservice.text.Languages;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

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

	/** Returns these translations with a change in each language. */
	Translations<T> map(BiFunction<Locale, T, T> change) {
		Map<Locale, T> changed = new LinkedHashMap<>();
		this.byLanguage.forEach((language, text) -> changed.put(language, change.apply(language, text)));
		return new Translations<>(changed, this.defaultLanguage);
	}

	/** All translations. */
	Map<Locale, T> byLanguage() {
		return Collections.unmodifiableMap(this.byLanguage);
	}

}
