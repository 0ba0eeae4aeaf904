package io.frontlineservice.delivery;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks the settings of deliveries. */
final class DeliveryCheck implements Check {

	@Override
	public List<Finding> findings(Environment environment) {
		return new SettingsCheck<>(DeliverySettings.class).findings(environment);
	}

}
