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
 * A shared key as it stands in the configuration. Read by {@link WebhookKeys} and checked
 * by {@link WebhookKeysCheck}.
 * <p>
 * Spring would bind the ids of keys as relaxed names: without underscores from a file,
 * and in lower case from the environment, where it does not find the map at all, as its
 * name has a dash. An id must be the one that Twilio sends, so the names are read as they
 * are written.
 *
 * @param name the name of the setting as it is written
 * @param id the part of the name that is the id of the key
 * @param secret the value; empty if it is set to nothing
 */
record WebhookKeySetting(String name, String id, Secret secret) {

	static final String PREFIX = "frontline.twilio.webhook-keys";

	/** With and without the signs that Spring overlooks, as any other setting. */
	private static final Pattern NAME = Pattern.compile(
			String.join("[-_.]*", "frontlinetwiliowebhookkeys".split("")) + "(?:\\[(?<bracketed>.*)]|[._](?<id>.+))",
			Pattern.CASE_INSENSITIVE);

	/** The keys of that configuration, without those that another source overrides. */
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
	 * Whether this is the setting of the key with that id. Case counts, except for a
	 * variable of the environment that is all in capitals, as those of other settings
	 * are.
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
