package io.frontlineservice.diagnosis;

import io.frontlineservice.text.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Finds settings under {@code frontline} that do not exist, so that a typo is not ignored
 * silently. The existing names come from {@link KnownSettings}.
 */
final class UnknownSettingsCheck implements Check {

	private static final String PREFIX = "frontline";

	/** The variables that Kubernetes sets for a service named frontline. */
	private static final Pattern OF_A_CLUSTER = Pattern
		.compile("FRONTLINE_(.*_)?(SERVICE_(HOST|PORT(_.*)?)|PORT(_[0-9]+_(TCP|UDP)(_.*)?)?)");

	private static final String BETWEEN_LETTERS = "(\\[[0-9]+]|[^A-Za-z0-9])*";

	/** The key of a map entry: everything between two separators. */
	private static final String KEY = "(?<=[._\\[])[^._\\[\\]]++[._\\]]*";

	/** The key of a map entry without settings below it: everything to the end. */
	private static final String LAST_KEY = "(?<=[._\\[]).+";

	@Override
	public List<Finding> findings(Environment environment) {
		Set<String> unknown = configured(environment);
		Set<String> names = KnownSettings.names((some) -> {
			removeKnown(unknown, some);
			return unknown.isEmpty();
		});
		return unknown.stream()
			.map((name) -> new Finding(name,
					"is not a setting: application.yml.example shows all settings" + hint(name, names)))
			.toList();
	}

	/** Most names differ at most in separators and case, so few need a pattern. */
	private static void removeKnown(Set<String> unknown, Set<String> known) {
		Set<String> letters = known.stream()
			.filter((name) -> !name.contains("*"))
			.map(UnknownSettingsCheck::letters)
			.collect(Collectors.toSet());
		unknown.removeIf((name) -> letters.contains(letters(name)));
		List<Pattern> spellings = unknown.isEmpty() ? List.of()
				: known.stream().map(UnknownSettingsCheck::spellings).toList();
		unknown.removeIf((name) -> spellings.stream().anyMatch((it) -> it.matcher(name).matches()));
	}

	private static Set<String> configured(Environment environment) {
		Set<String> names = new TreeSet<>();
		for (PropertySource<?> source : ((ConfigurableEnvironment) environment).getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					if (name.matches("(?i)" + PREFIX + "[._].+") && !OF_A_CLUSTER.matcher(name).matches()) {
						names.add(name);
					}
				}
			}
		}
		return names;
	}

	/** Names the most similar setting in the same place; empty if none is similar. */
	private static String hint(String unknown, Set<String> known) {
		String letters = letters(unknown);
		return known.stream()
			.map((name) -> name.substring(0, name.lastIndexOf('.') + 1))
			.filter((place) -> letters.startsWith(letters(place)))
			.max(Comparator.comparingInt(String::length))
			.flatMap((place) -> Nearest.to(letters.substring(letters(place).length()),
					known.stream()
						.filter((name) -> name.lastIndexOf('.') + 1 == place.length() && name.startsWith(place))
						.map((name) -> name.substring(place.length()))
						.toList())
				.map((name) -> "; the nearest is " + place + name))
			.orElse("");
	}

	private static String letters(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	/** All spellings of the setting: with and without dashes, and in upper case. */
	private static Pattern spellings(String known) {
		StringBuilder pattern = new StringBuilder();
		boolean map = known.endsWith(".*");
		(map ? known.substring(0, known.length() - 2) : known).chars()
			.filter((sign) -> sign == '*' || Character.isLetterOrDigit(sign))
			.forEach((sign) -> {
				pattern.append((sign == '*') ? KEY : (char) sign + BETWEEN_LETTERS);
			});
		return Pattern.compile(map ? pattern + LAST_KEY : pattern.toString(), Pattern.CASE_INSENSITIVE);
	}

}
