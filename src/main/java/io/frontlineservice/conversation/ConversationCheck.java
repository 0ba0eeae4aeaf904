package io.frontlineservice.conversation;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Checks the settings of reconciliation and retention. */
final class ConversationCheck implements Check {

	@Override
	public List<Finding> findings(Environment environment) {
		return Stream.of(ReconciliationSettings.class, RetentionSettings.class)
			.flatMap((settings) -> new SettingsCheck<>(settings).findings(environment).stream())
			.toList();
	}

}
