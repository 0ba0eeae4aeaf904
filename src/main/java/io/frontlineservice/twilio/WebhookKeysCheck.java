package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Checks the shared keys by which Twilio may sign, and that there is one where one is
 * required. Called by {@link TwilioCheck}.
 */
final class WebhookKeysCheck implements Check {

	private static final String REQUIRED = "frontline.twilio.require-webhook-key";

	/** Ids that are not those of keys but may be taken for them. */
	private static final Pattern OTHER_ID = Pattern.compile("AC[0-9a-fA-F]{32}|webhooks_(setting|rule)_.*",
			Pattern.CASE_INSENSITIVE);

	/** A variable that is not set is left as it is written. */
	private static final Pattern UNRESOLVED = Pattern.compile(".*\\$\\{.*");

	private static final Pattern PLACEHOLDER = Pattern
		.compile("<.*>|x+|\\*+|\\.{3}|…|(change|replace)[ _-]?me.*|your[ _-].*", Pattern.CASE_INSENSITIVE);

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
					+ ".<key id> to the secret of one, or leave it out"));
		}
		return findings;
	}

	private static boolean isRequired(Environment environment) {
		try {
			return Binder.get(environment).bind(REQUIRED, Boolean.class).orElse(false);
		}
		catch (BindException ex) {
			// Found already, by its type.
			return false;
		}
	}

	/** What is wrong with a key and how to fix it; empty if it can be used. */
	private static String problem(WebhookKeySetting setting) {
		if (!WebhookKeys.isId(setting.id()) || OTHER_ID.matcher(setting.id()).matches()) {
			return "must end with the id of a SharedKey, as Twilio's Webhooks configuration API returns it: letters, "
					+ "digits, _ and -. It is not the SID of the account, nor the id of a Setting or a Rule";
		}
		String secret = setting.secret().reveal();
		if (secret.isEmpty()) {
			return "is empty: set it to the secret of this key, or leave it out";
		}
		if (UNRESOLVED.matcher(secret).matches()) {
			return "refers to a variable that is not set: set that to the secret of this key";
		}
		if (PLACEHOLDER.matcher(secret).matches()) {
			return "is a placeholder: set it to the secret that Twilio returned when this key was created";
		}
		return SECRET.matcher(secret).matches() ? ""
				: "must be the secret that Twilio returned when this key was created, without blanks";
	}

}
