package io.frontlineservice.template;

import io.frontlineservice.text.Languages;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The same thing in one or more languages. Part of the {@link Catalogue}. Immutable.
 *
 * @param <T> the thing
 */
final class Translations<T> {

	private final Map<Locale, T> byLanguage;

	private final Locale defaultLanguage;

	Translations(Map<Locale, T> byLanguage, Locale defaultLanguage) {
		this.byLanguage = new LinkedHashMap<>(byLanguage);
		this.defaultLanguage = defaultLanguage;
	}

	/** The language to say it in: the one wanted, else the default one. */
	Optional<Locale> languageFor(Locale wanted) {
		return Languages.closest(wanted, this.byLanguage.keySet())
			.or(() -> Languages.closest(this.defaultLanguage, this.byLanguage.keySet()));
	}

	/** It in a language that {@link #languageFor} gave. */
	T get(Locale language) {
		return Objects.requireNonNull(this.byLanguage.get(language));
	}

	/** All of them. */
	Map<Locale, T> byLanguage() {
		return Collections.unmodifiableMap(this.byLanguage);
	}

}
