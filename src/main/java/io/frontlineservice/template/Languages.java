package io.frontlineservice.template;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads languages as CRMs and people write them, and finds the one that serves a person
 * best. Thread-safe.
 */
final class Languages {

	private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

	/** The codes by the names of the languages, in English and in themselves. */
	private static final Map<String, String> CODES_BY_NAME = codesByName();

	private static final String NORWEGIAN = "no";

	private static final String BOKMAL = "nb";

	private Languages() {
	}

	/** The language of that tag or name: {@code de}, {@code de_AT}, {@code German}. */
	static Optional<Locale> read(@Nullable String written) {
		if (written == null || written.isBlank()) {
			return Optional.empty();
		}
		String text = written.strip().replace('_', '-');
		String tag = CODES_BY_NAME.getOrDefault(text.toLowerCase(Locale.ROOT), text);
		Locale locale = Locale.forLanguageTag(tag);
		return CODES.contains(locale.getLanguage()) ? Optional.of(locale) : Optional.empty();
	}

	/**
	 * Of the languages there are, the one for somebody who wants another: that very one,
	 * or the same without its region, or in another region.
	 */
	static Optional<Locale> closest(Locale wanted, Collection<Locale> available) {
		List<Locale> same = available.stream().filter((it) -> code(it).equals(code(wanted))).toList();
		if (same.isEmpty() || same.contains(wanted)) {
			return same.isEmpty() ? Optional.empty() : Optional.of(wanted);
		}
		Locale found = Locale.lookup(List.of(new LanguageRange(wanted.toLanguageTag())), same);
		return Optional.of((found != null) ? found : same.get(0));
	}

	/** What Norwegians write has two codes, and each is in use. */
	private static String code(Locale language) {
		return language.getLanguage().equals(NORWEGIAN) ? BOKMAL : language.getLanguage();
	}

	private static Map<String, String> codesByName() {
		Map<String, String> codes = new HashMap<>();
		Arrays.stream(Locale.getISOLanguages()).forEach((code) -> {
			Locale language = Locale.forLanguageTag(code);
			codes.putIfAbsent(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT), code);
			codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
		});
		return Map.copyOf(codes);
	}

}
