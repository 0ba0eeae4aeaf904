package io.frontlineservice.conversation.routing;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks the settings of routing. */
final class RoutingCheck implements Check {

	@Override
	public List<Finding> findings(Environment environment) {
		return new SettingsCheck<>(RoutingSettings.class).findings(environment);
	}

}
