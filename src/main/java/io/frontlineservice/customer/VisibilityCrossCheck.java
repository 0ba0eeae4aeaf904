package io.frontlineservice.customer;

import io.frontlineservice.diagnosis.CrossCheck;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.worker.Worker;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks whether the worker directory has the teams that the visibility of customers
 * needs. Run at the start, and by {@link VisibilityExamination}.
 */
final class VisibilityCrossCheck implements CrossCheck {

	private final Visibility visibility;

	private final Supplier<List<Worker>> workers;

	VisibilityCrossCheck(Visibility visibility, Supplier<List<Worker>> workers) {
		this.visibility = visibility;
		this.workers = workers;
	}

	@Override
	public List<Observation> observations() {
		if (this.visibility != Visibility.TEAM || this.workers.get().stream().anyMatch((it) -> it.team() != null)) {
			return List.of();
		}
		return List.of(Observation.warning(
				"frontline.visibility is team, but no worker in the worker directory has a team, so that workers see "
						+ "only their own customers",
				"set the team of each worker, or set frontline.visibility to owner"));
	}

}
