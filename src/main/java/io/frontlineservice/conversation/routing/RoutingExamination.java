package io.frontlineservice.conversation.routing;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.worker.ConfiguredWorkers;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Examines for the doctor whether the rules of routing fit the worker directory. */
final class RoutingExamination implements Examination {

	@Override
	public Subject subject() {
		return Subject.ROUTING;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		Optional<ConfiguredWorkers> workers = ConfiguredWorkers.from(environment);
		if (workers.isEmpty() || !new RoutingCheck().findings(environment).isEmpty()) {
			return List.of(Observation
				.notExamined("first fix frontline.routing.*, frontline.senders.* and frontline.workers.*"));
		}
		RoutingSettings settings = RoutingCheck.settings(environment);
		if (!settings.enabled()) {
			return List.of(Observation.holds("Frontline routes conversations, not this service"));
		}
		List<Observation> observations = new RoutingFit(settings, workers.get().workers()).observations();
		return observations.isEmpty() ? List.of(Observation.holds("the rules fit the worker directory")) : observations;
	}

}
