package io.frontlineservice.customer;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.worker.ConfiguredWorkers;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Reports to the doctor that the visibility of customers needs teams that are missing.
 */
final class VisibilityExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.WORKERS;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		if (!new CustomerCheck().findings(environment).isEmpty()) {
			return List.of();
		}
		Visibility visibility = CustomerCheck.settings(environment).visibility();
		return ConfiguredWorkers.from(environment)
			.map((it) -> new VisibilityCrossCheck(visibility, it::workers).observations())
			.orElse(List.of());
	}

}
