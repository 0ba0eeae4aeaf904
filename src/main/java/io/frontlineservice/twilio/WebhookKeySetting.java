package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * The setting of a shared key. Used by {@link WebhookKeys}, checked by
 * {@link WebhookKeysCheck}. Immutable.
 * <p>
 * Spring's relaxed binding would change the ids: it removes underscores in files, uses
 * lower case for environment variables, and finds no map with a dash in its name there.
 * An id must equal the one that Twilio sends, so the names are read without it.
 *
 * @param name the name of the setting as configured
 * @param id the part of the name that is the id of the key
 * @param secret the value, which may be empty
 */
record WebhookKeySetting(String name, String id, Secret secret) {

	static final String PREFIX = "frontline.twilio.webhook-keys";

	/** With and without the separators that relaxed binding ignores. */
	private static final Pattern NAME = Pattern.compile(
			String.join("[-_.]*", "frontlinetwiliowebhookkeys".split("")) + "(?:\\[(?<bracketed>.*)]|[._](?<id>.+))",
			Pattern.CASE_INSENSITIVE);

	/** Returns the keys of a configuration; a source overrides those after it. */
	static List<WebhookKeySetting> in(Environment environment) {
		List<WebhookKeySetting> settings = new ArrayList<>();
		for (WebhookKeySetting setting : all(environment)) {
			if (settings.stream().noneMatch((it) -> it.isFor(setting.id))) {
				settings.add(setting);
			}
		}
		return settings;
	}

	private static List<WebhookKeySetting> all(Environment environment) {
		List<WebhookKeySetting> settings = new ArrayList<>();
		for (PropertySource<?> source : ((ConfigurableEnvironment) environment).getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				Arrays.stream(enumerable.getPropertyNames()).sorted().forEach((name) -> {
					Matcher matcher = NAME.matcher(name);
					if (matcher.matches()) {
						String value = String.valueOf(Objects.requireNonNullElse(source.getProperty(name), ""));
						settings.add(new WebhookKeySetting(name, id(matcher),
								Secret.of(environment.resolvePlaceholders(value))));
					}
				});
			}
		}
		return settings;
	}

	/**
	 * Returns whether this is the setting of the key with that id. Case matters, except
	 * in an environment variable in upper case.
	 */
	boolean isFor(String otherId) {
		boolean capitals = this.name.equals(this.name.toUpperCase(Locale.ROOT));
		return this.id.equals(capitals ? otherId.toUpperCase(Locale.ROOT).replace('-', '_') : otherId);
	}

	private static String id(Matcher matcher) {
		String bracketed = matcher.group("bracketed");
		return (bracketed != null) ? bracketed : matcher.group("id");
	}

}
