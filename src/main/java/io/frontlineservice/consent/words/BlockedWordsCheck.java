package io.frontlineservice.consent.words;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.frontlineservice.text.Languages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/** Checks the languages of the blocked words. */
final class BlockedWordsCheck implements Check {

	private static final String WORDS = "frontline.consent.blocked-words";

	/** How YAML reads the code of Norwegian. */
	private static final String UNQUOTED_NORWEGIAN = "false";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(BlockedWordsSettings.class).findings(environment));
		Map<Locale, String> languages = new HashMap<>();
		words(environment).forEach((tag, words) -> {
			Optional<Locale> language = Languages.read(tag);
			if (tag.equals(UNQUOTED_NORWEGIAN)) {
				findings
					.add(new Finding(WORDS + "." + tag, "is how YAML reads no: write \"no\" in quotes for Norwegian"));
			}
			else if (language.isEmpty()) {
				findings.add(new Finding(WORDS + "." + tag, "must be named after a language such as en or pt-BR"));
			}
			else if (languages.putIfAbsent(language.get(), tag) != null) {
				findings.add(new Finding(WORDS + "." + tag, "is the same language as another list: join the two"));
			}
			if (words.stream().anyMatch(String::isBlank)) {
				findings.add(new Finding(WORDS + "." + tag, "has an empty word: remove it"));
			}
		});
		return findings;
	}

	private static Map<String, List<String>> words(Environment environment) {
		ResolvableType list = ResolvableType.forClassWithGenerics(List.class, String.class);
		ResolvableType lists = ResolvableType.forClassWithGenerics(Map.class, ResolvableType.forClass(String.class),
				list);
		try {
			return new TreeMap<>(Binder.get(environment)
				.bind(WORDS, Bindable.<Map<String, List<String>>>of(lists))
				.orElse(Map.of()));
		}
		catch (BindException ex) {
			// The check of the settings has reported it already.
			return Map.of();
		}
	}

}
