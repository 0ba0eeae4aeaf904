package io.frontlineservice.conversation.routing;

import io.frontlineservice.diagnosis.CrossCheck;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.worker.WorkerDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks at the start whether the rules of routing fit the worker directory. */
@Component
final class RoutingCrossCheck implements CrossCheck {

	private final RoutingSettings settings;

	private final WorkerDirectory directory;

	RoutingCrossCheck(RoutingSettings settings, WorkerDirectory directory) {
		this.settings = settings;
		this.directory = directory;
	}

	@Override
	public List<Observation> observations() {
		return new RoutingFit(this.settings, this.directory.workers()).observations();
	}

}
