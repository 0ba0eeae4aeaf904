package io.frontlineservice.twilio.rest;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.frontlineservice.diagnosis.UnusableSettingException;
import io.frontlineservice.twilio.TwilioApi;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks the settings of Twilio's REST API. */
final class RestCheck implements Check {

	private static final String KEY = "frontline.twilio.api-key";

	private static final String SECRET = "frontline.twilio.api-secret";

	private static final String URL = "frontline.twilio.api-url";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(RestSettings.class).findings(environment));
		boolean key = !SettingText.of(environment, KEY).isEmpty();
		boolean secret = !SettingText.of(environment, SECRET).isEmpty();
		if (key && !secret) {
			findings
				.add(new Finding(SECRET, "is missing: set it to the secret of the API key, or remove both settings"));
		}
		if (secret && !key) {
			findings.add(new Finding(KEY, "is missing: set it to the SID of the API key, or remove both settings"));
		}
		try {
			TwilioApi.of(SettingText.of(environment, URL));
		}
		catch (UnusableSettingException ex) {
			findings.add(new Finding(URL, String.valueOf(ex.getMessage())));
		}
		return findings;
	}

}
