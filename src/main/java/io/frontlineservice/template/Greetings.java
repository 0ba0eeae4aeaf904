package io.frontlineservice.template;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Greetings for the morning, the afternoon and the evening, by language. Called by
 * {@link TemplateValue}; the words are in {@code greetings.properties}. Thread-safe.
 */
final class Greetings {

	private static final Map<String, List<String>> BY_LANGUAGE = WordLists.read("greetings.properties");

	private static final int MORNING = 5;

	private static final int AFTERNOON = 12;

	private static final int EVENING = 18;

	private Greetings() {
	}

	static boolean existFor(Locale language) {
		return BY_LANGUAGE.containsKey(language.getLanguage());
	}

	/** The greeting for this time of day; null if the language has no entry. */
	static @Nullable String in(Locale language, LocalTime time) {
		List<String> greetings = BY_LANGUAGE.get(language.getLanguage());
		return (greetings != null) ? greetings.get(partOfDay(time.getHour())) : null;
	}

	private static int partOfDay(int hour) {
		if (hour < MORNING || hour >= EVENING) {
			return 2;
		}
		return (hour < AFTERNOON) ? 0 : 1;
	}

}
