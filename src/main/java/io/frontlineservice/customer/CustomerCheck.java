package io.frontlineservice.customer;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks the setting that decides which customers a worker may see. */
final class CustomerCheck implements Check {

	@Override
	public List<Finding> findings(Environment environment) {
		return new SettingsCheck<>(CustomerSettings.class).findings(environment);
	}

}
