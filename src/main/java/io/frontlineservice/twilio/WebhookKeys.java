package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * The shared keys by which Twilio may sign instead of the auth token, from
 * {@code frontline.twilio.webhook-keys}. Used to verify and to sign. Immutable.
 *
 * @param settings the keys, each id once
 */
record WebhookKeys(List<WebhookKeySetting> settings) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

	/** Returns the keys of a configuration, including invalid ones. */
	static WebhookKeys in(Environment environment) {
		return new WebhookKeys(WebhookKeySetting.in(environment));
	}

	/** Returns whether a key can have that id. */
	static boolean isId(String text) {
		return ID.matcher(text).matches();
	}

	/** Returns the secret of a key; empty if no key has that id. */
	Optional<Secret> secretOf(String id) {
		return this.settings.stream()
			.filter((it) -> it.id().equals(id))
			.findFirst()
			.or(() -> this.settings.stream().filter((it) -> it.isFor(id)).findFirst())
			.map(WebhookKeySetting::secret);
	}

}
