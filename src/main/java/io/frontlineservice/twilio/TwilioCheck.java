package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Checks the settings of the account, the shared keys and the public URL, and reads them
 * for the doctor's examinations.
 */
final class TwilioCheck implements Check {

	private static final String PUBLIC_URL = "frontline.public-url";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(TwilioSettings.class).findings(environment));
		findings.addAll(new WebhookKeysCheck().findings(environment));
		findings.addAll(publicUrlFindings(environment));
		return findings;
	}

	/** Returns the shared keys; empty if one of them is invalid. */
	static Optional<WebhookKeys> webhookKeys(Environment environment) {
		return new WebhookKeysCheck().findings(environment).isEmpty() ? Optional.of(WebhookKeys.in(environment))
				: Optional.empty();
	}

	/** Returns the public URL; empty if it is missing or invalid. */
	static Optional<PublicUrl> publicUrl(Environment environment) {
		return publicUrlFindings(environment).isEmpty()
				? Optional.of(PublicUrl.of(SettingText.of(environment, PUBLIC_URL))) : Optional.empty();
	}

	/** Returns the settings of the account; empty if they are missing or invalid. */
	static Optional<TwilioSettings> account(Environment environment) {
		return new SettingsCheck<>(TwilioSettings.class).findings(environment).isEmpty()
				? Optional.of(Binder.get(environment).bindOrCreate("frontline.twilio", TwilioSettings.class))
				: Optional.empty();
	}

	private static List<Finding> publicUrlFindings(Environment environment) {
		List<Finding> form = new SettingsCheck<>(PublicUrlSettings.class).findings(environment);
		return form.isEmpty() ? rules(environment) : form;
	}

	private static List<Finding> rules(Environment environment) {
		PublicUrl url = PublicUrl.of(SettingText.of(environment, PUBLIC_URL));
		List<Finding> findings = new ArrayList<>();
		boolean trial = url.isLoopback() || environment.acceptsProfiles(Profiles.of("sandbox"));
		if (url.scheme().equals("http") && !trial) {
			findings
				.add(new Finding(PUBLIC_URL, "must begin with https://, because callbacks contain customers' data"));
		}
		if (url.path().contains("/callbacks")) {
			findings.add(new Finding(PUBLIC_URL, "must be only the part before /callbacks/..."));
		}
		return findings;
	}

}
