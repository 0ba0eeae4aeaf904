package io.frontlineservice.diagnosis;

import java.util.List;
import org.springframework.core.env.Environment;

/** Reports all findings that make the service refuse to start. */
final class ConfigurationExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.CONFIGURATION;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		List<Finding> findings = StartCheck.findings(environment);
		return findings.isEmpty() ? List.of(Observation.holds("every setting can be used"))
				: findings.stream().map((it) -> Observation.problem(it.key() + " " + it.problem(), null)).toList();
	}

}
