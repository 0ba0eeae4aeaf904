package io.frontlineservice.customer;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.worker.ConfiguredWorkers;
import io.frontlineservice.worker.UnknownOwners;
import io.frontlineservice.worker.UnknownOwners.UnknownOwner;
import io.frontlineservice.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Compares the owners of all customers with the worker directory for the doctor. It names
 * an owner only if it is certainly a worker: with a wrong column, owners are names or
 * addresses of customers.
 */
final class OwnersExamination implements Examination {

	private static final int MOST_NAMED = 10;

	/** With more unknown owners, the column of owners is probably wrong. */
	private static final int MOST_COMPARED = 100;

	@Override
	public Subject subject() {
		return Subject.CRM;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		List<Worker> workers = ConfiguredWorkers.from(environment).map(ConfiguredWorkers::workers).orElse(List.of());
		Optional<CustomerSummary> summary = workers.isEmpty() ? Optional.empty()
				: ConfiguredCustomers.from(environment);
		return summary.filter((it) -> !it.owners().isEmpty())
			.map((it) -> observations(UnknownOwners.of(it.owners(), workers)))
			.orElse(List.of());
	}

	private static List<Observation> observations(UnknownOwners unknown) {
		if (unknown.isEmpty()) {
			return List.of(Observation.holds("every owner of customers is in the worker directory"));
		}
		List<Observation> observations = new ArrayList<>();
		observations.add(Observation.warning(OwnersCrossCheck.counted(unknown), """
				let the CRM write the identities of the worker directory, or add the spellings of the CRM to aliases
				ignore this for workers who need no entry
				see all of them at /actuator/workersWithoutCustomers on the management port"""));
		if (unknown.owners().size() <= MOST_COMPARED) {
			unknown.owners()
				.stream()
				.filter(UnknownOwner::isWorker)
				.limit(MOST_NAMED)
				.forEach((it) -> observations.add(named(it)));
		}
		return observations;
	}

	private static Observation named(UnknownOwner owner) {
		String explanation = owner.explanation();
		return Observation.warning("the owner " + owner.identity().written() + " is not in the worker directory",
				(explanation != null) ? explanation : "add an entry for this worker");
	}

}
