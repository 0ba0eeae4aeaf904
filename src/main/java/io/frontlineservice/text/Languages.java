package io.frontlineservice.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads languages as CRMs and people write them, and finds the closest available
 * language. Called for customers, workers and templates. Thread-safe.
 */
public final class Languages {

	private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

	private static final Pattern PARENTHESES = Pattern.compile("\\s*\\(.*\\)$");

	private static final String NORWEGIAN = "no";

	private static final String BOKMAL = "nb";

	private Languages() {
	}

	/**
	 * The language with this tag or name: {@code de}, {@code de_AT}, {@code deu},
	 * {@code German}, {@code German (Austria)}.
	 */
	public static Optional<Locale> read(@Nullable String written) {
		if (written == null || written.isBlank()) {
			return Optional.empty();
		}
		String text = PARENTHESES.matcher(written.strip().replace('_', '-')).replaceFirst("");
		String tag = isTag(text) ? text : Names.CODES.getOrDefault(text.toLowerCase(Locale.ROOT), text);
		Locale locale = Locale.forLanguageTag(tag);
		return isKnown(locale) ? Optional.of(locale) : Optional.empty();
	}

	/**
	 * The available language closest to the wanted one: the same, the same without its
	 * region, or the same with another region.
	 */
	public static Optional<Locale> closest(Locale wanted, Collection<Locale> available) {
		List<Locale> same = available.stream().filter((it) -> code(it).equals(code(wanted))).toList();
		if (same.isEmpty() || same.contains(wanted)) {
			return same.isEmpty() ? Optional.empty() : Optional.of(wanted);
		}
		Locale found = Locale.lookup(List.of(new LanguageRange(wanted.toLanguageTag())), same);
		return Optional.of((found != null) ? found : same.get(0));
	}

	/** Whether it begins with a code of two letters, so that no name is looked up. */
	private static boolean isTag(String text) {
		int dash = text.indexOf('-');
		return CODES.contains(((dash < 0) ? text : text.substring(0, dash)).toLowerCase(Locale.ROOT));
	}

	private static boolean isKnown(Locale locale) {
		String code = locale.getLanguage();
		return CODES.contains(code) || (code.length() == 3 && !locale.getDisplayLanguage(Locale.ENGLISH).equals(code));
	}

	/** Norwegian has two codes in use, no and nb. */
	private static String code(Locale language) {
		return language.getLanguage().equals(NORWEGIAN) ? BOKMAL : language.getLanguage();
	}

	/** Made for the first name: that takes much of the time of a start. */
	private static final class Names {

		/** The language codes by name, in English and in the language itself. */
		private static final Map<String, String> CODES = codesByName();

		private static Map<String, String> codesByName() {
			Map<String, String> codes = new HashMap<>();
			Arrays.stream(Locale.getISOLanguages()).forEach((code) -> {
				Locale language = Locale.forLanguageTag(code);
				codes.putIfAbsent(language.getISO3Language(), code);
				codes.putIfAbsent(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT), code);
				codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
			});
			return Map.copyOf(codes);
		}

	}

}
