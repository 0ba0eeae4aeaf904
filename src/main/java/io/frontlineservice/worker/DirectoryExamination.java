package io.frontlineservice.worker;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Reports what does not fit together within the worker directory to the doctor. Whether
 * Frontline knows the workers is examined by package {@code twilio}.
 */
final class DirectoryExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.WORKERS;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		return ConfiguredWorkers.from(environment)
			.map((it) -> new DirectoryCrossCheck(it::workers).observations())
			.orElse(List.of());
	}

}
