package io.frontlineservice.customer;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Checks the setting that decides which customers a worker may see. */
final class CustomerCheck implements Check {

	/** The setting with the worker directory. */
	static final String DIRECTORY = "frontline.workers.location";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(CustomerSettings.class).findings(environment));
		if (findings.isEmpty() && settings(environment).visibility() == Visibility.TEAM
				&& SettingText.of(environment, DIRECTORY).isEmpty()) {
			findings.add(new Finding("frontline.visibility",
					"is team, but there is no worker directory that has teams: set " + DIRECTORY));
		}
		return findings;
	}

	/** The settings of an environment without findings. */
	static CustomerSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate("frontline", CustomerSettings.class);
	}

}
