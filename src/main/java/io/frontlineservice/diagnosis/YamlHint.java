package io.frontlineservice.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Explains how YAML reads values without quotes, if a setting was refused because of it:
 * {@code NO}, the region of Norway, becomes false, and {@code +15005550006} becomes a
 * number without plus. It also names a variable of the environment that is not set, as in
 * {@code application.yml.example}. Called by {@link StartCheck}. The service does not
 * guess the intended value, because false may also come from {@code off}.
 */
final class YamlHint {

	private static final String FALSE = "; YAML reads NO, No, no and off without quotes as false: write \"NO\" or "
			+ "\"no\" in quotes";

	private static final String TRUE = "; YAML reads YES, yes, ON and on without quotes as true: write it in quotes";

	private static final String NUMBER = "; YAML reads digits without quotes as a number, without + and leading zeros: "
			+ "write it in quotes";

	/** Without a default, and nothing else. */
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z][\\w.-]*)}");

	private YamlHint() {
	}

	/** The finding, with a hint if YAML converted the value of its setting. */
	static Finding addedTo(Finding finding, Environment environment) {
		return finding.withHint(hint(value(finding.key(), environment)));
	}

	private static String hint(@Nullable Object value) {
		if (value instanceof Number) {
			return NUMBER;
		}
		String text = String.valueOf(value);
		return switch (text) {
			case "false" -> FALSE;
			case "true" -> TRUE;
			default -> variable(text);
		};
	}

	/** A variable that is set would have been replaced, and the value checked instead. */
	private static String variable(String text) {
		Matcher variable = VARIABLE.matcher(text);
		return variable.matches() ? "; it refers to " + variable.group(1) + ", which is not set" : "";
	}

	private static @Nullable Object value(String key, Environment environment) {
		if (ConfigurationPropertyName.isValid(key)) {
			ConfigurationPropertyName name = ConfigurationPropertyName.of(key);
			for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
				ConfigurationProperty property = source.getConfigurationProperty(name);
				if (property != null) {
					return property.getValue();
				}
			}
		}
		return null;
	}

}
