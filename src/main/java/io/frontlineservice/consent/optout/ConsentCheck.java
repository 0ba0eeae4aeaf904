package io.frontlineservice.consent.optout;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Checks the settings of opt-outs and consent. */
final class ConsentCheck implements Check {

	private static final String PREFIX = "frontline.consent.";

	private static final Pattern KEY = Pattern.compile("all|[a-z]{2}|[0-9]{1,6}");

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(ConsentSettings.class).findings(environment));
		if (SettingText.of(environment, PREFIX + "required").equals("true")
				&& !StringUtils.hasText(SettingText.of(environment, PREFIX + "attribute"))) {
			findings.add(new Finding(PREFIX + "attribute",
					"is missing: set it to the attribute of your customers that says whether they have consented, "
							+ "or set frontline.consent.required to false"));
		}
		for (String words : List.of(PREFIX + "stop-words", PREFIX + "start-words")) {
			Binder.get(environment)
				.bind(words, Bindable.mapOf(String.class, String.class))
				.orElse(Map.of())
				.keySet()
				.stream()
				.filter((key) -> !KEY.matcher(key).matches())
				.forEach((key) -> findings.add(new Finding(words + "." + key,
						"must be for a language such as de, for the first digits of numbers such as 49, or for all")));
		}
		return findings;
	}

}
