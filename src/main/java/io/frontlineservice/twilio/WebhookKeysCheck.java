package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Checks the shared keys, and that there is at least one if a shared key is required.
 * Called by {@link TwilioCheck}.
 */
final class WebhookKeysCheck implements Check {

	private static final String REQUIRED = "frontline.twilio.require-webhook-key";

	/** Ids of other resources that can be mistaken for the id of a key. */
	private static final Pattern OTHER_ID = Pattern.compile("AC[0-9a-fA-F]{32}|webhooks_(setting|rule)_.*",
			Pattern.CASE_INSENSITIVE);

	/** Spring leaves the placeholder of an unset variable as it is. */
	private static final Pattern UNRESOLVED = Pattern.compile(".*\\$\\{.*");

	private static final Pattern PLACEHOLDER = Pattern.compile("x+|\\*+|(change|replace)[ _-]?me.*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SECRET = Pattern.compile("[!-~]+");

	@Override
	public List<Finding> findings(Environment environment) {
		List<WebhookKeySetting> settings = WebhookKeySetting.in(environment);
		List<Finding> findings = new ArrayList<>();
		for (WebhookKeySetting setting : settings) {
			String problem = problem(setting);
			if (!problem.isEmpty()) {
				findings.add(new Finding(setting.name(), problem));
			}
		}
		if (settings.isEmpty() && isRequired(environment)) {
			findings.add(new Finding(REQUIRED, "is true, but there is no shared key: set " + WebhookKeySetting.PREFIX
					+ ".<key id> to the secret of a key, or remove this setting"));
		}
		return findings;
	}

	private static boolean isRequired(Environment environment) {
		try {
			return Binder.get(environment).bind(REQUIRED, Boolean.class).orElse(false);
		}
		catch (BindException ex) {
			// TwilioSettings reports a value that is not a boolean.
			return false;
		}
	}

	/** Returns what is wrong with a key and how to fix it; empty if it is valid. */
	private static String problem(WebhookKeySetting setting) {
		if (!WebhookKeys.isId(setting.id()) || OTHER_ID.matcher(setting.id()).matches()) {
			return "must end with the id of a SharedKey, as Twilio's Webhooks configuration API returns it: letters, "
					+ "digits, _ and -. Neither the SID of the account nor the id of a Setting or Rule can be used";
		}
		String secret = setting.secret().reveal();
		if (secret.isEmpty()) {
			return "is empty: set it to the secret of this key, or remove it";
		}
		if (UNRESOLVED.matcher(secret).matches()) {
			return "refers to a variable that is not set: set the variable to the secret of this key";
		}
		if (Placeholder.is(secret) || PLACEHOLDER.matcher(secret).matches()) {
			return "is a placeholder: set it to the secret that Twilio returned when this key was created";
		}
		return SECRET.matcher(secret).matches() ? ""
				: "must be the secret that Twilio returned when this key was created, without spaces";
	}

}
