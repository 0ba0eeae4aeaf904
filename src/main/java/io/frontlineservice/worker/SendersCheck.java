package io.frontlineservice.worker;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Checks the configured senders and the prefixes of their countries. */
final class SendersCheck implements Check {

	private static final String PREFIX = "frontline.senders";

	private static final String COUNTRIES = PREFIX + ".countries";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(SenderSettings.class).findings(environment));
		addFindings(PREFIX, new SenderNumbers(SettingText.of(environment, PREFIX + ".sms"),
				SettingText.of(environment, PREFIX + ".whatsapp")), findings);
		countries(environment).forEach((country, numbers) -> {
			String key = COUNTRIES + "." + country;
			if (!SenderSettings.isPrefix(country)) {
				findings.add(new Finding(key,
						"must be named after the first 1 to 7 digits of customers' numbers, country code first"));
			}
			addFindings(key, numbers, findings);
		});
		return findings;
	}

	private static void addFindings(String key, SenderNumbers numbers, List<Finding> findings) {
		numbers.readings().forEach((channel, reading) -> {
			if (reading.remark() != null) {
				findings.add(new Finding(key + "." + channel.wireName(), reading.remark()));
			}
		});
	}

	private static Map<String, SenderNumbers> countries(Environment environment) {
		try {
			return Binder.get(environment)
				.bind(COUNTRIES, Bindable.mapOf(String.class, SenderNumbers.class))
				.orElse(Map.of());
		}
		catch (BindException ex) {
			// The check of the settings has reported it already.
			return Map.of();
		}
	}

}
