package io.frontlineservice.diagnosis;

import io.frontlineservice.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Describes the values of a setting that are not among its known names, and lists these.
 * Made by {@link SettingsCheck}. It names the nearest known name, and never the value.
 */
final class EnumProblem {

	private final List<String> known;

	EnumProblem(Class<?> type) {
		this.known = Arrays.stream(type.getEnumConstants()).map(EnumProblem::configured).toList();
	}

	/** How the constant is written in a setting. */
	private static String configured(Object constant) {
		return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String describe(Environment environment, String key) {
		List<String> values = values(environment, key);
		List<String> unknown = values.stream().filter((it) -> !isKnown(it)).toList();
		String names = "must be one of " + String.join(", ", this.known);
		if (values.size() < 2) {
			return names + unknown.stream().map(this::nearest).findFirst().orElse("");
		}
		StringBuilder problem = new StringBuilder("has unknown entries: each ").append(names);
		for (int i = 0; i < values.size(); i++) {
			if (!isKnown(values.get(i))) {
				problem.append("; entry ")
					.append(i + 1)
					.append(" is not")
					.append(nearest(values.get(i)).replace("; ", ", "));
			}
		}
		return problem.toString();
	}

	private String nearest(String value) {
		return Nearest.hint(value, this.known);
	}

	/** Spring ignores case, dashes and underscores. */
	private boolean isKnown(String value) {
		return this.known.stream().anyMatch((it) -> plain(it).equals(plain(value)));
	}

	private static String plain(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	private static List<String> values(Environment environment, String key) {
		try {
			return Binder.get(environment).bind(key, Bindable.listOf(String.class)).orElse(List.of());
		}
		catch (BindException ex) {
			return List.of();
		}
	}

}
