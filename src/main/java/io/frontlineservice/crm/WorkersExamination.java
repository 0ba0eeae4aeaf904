package io.frontlineservice.crm;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.ConfiguredWorkers;
import io.frontlineservice.worker.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Examines for the doctor whether the service may act as the workers of the directory.
 * Used by adapters that can. Stateless.
 */
public final class WorkersExamination {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	/** Each costs a token and two calls. */
	private static final int MOST_EXAMINED = 50;

	private static final int MOST_NAMED = 10;

	private WorkersExamination() {
	}

	/**
	 * Reads a customer as each worker of the directory.
	 * @param name the name of the CRM, for messages
	 */
	public static List<Observation> examine(String name, CrmAdapter crm, Environment environment) {
		List<Worker> workers = ConfiguredWorkers.from(environment).map(ConfiguredWorkers::workers).orElse(List.of());
		List<Worker> some = workers.stream().limit(MOST_EXAMINED).toList();
		if (some.isEmpty()) {
			return List.of(Observation.notExamined("the worker directory has no worker to act as",
					"name your workers in frontline.workers.location"));
		}
		List<Observation> refusals = new ArrayList<>();
		try {
			some.forEach((worker) -> examine(crm, worker, refusals));
		}
		catch (CrmUnavailableException ex) {
			return List.of(Observation.problem(String.valueOf(ex.getMessage()), "ask the doctor again in a moment"));
		}
		return refusals.isEmpty()
				? List.of(Observation.holds(name + " lets the service act as the workers of the directory"))
				: refusals.subList(0, Math.min(MOST_NAMED, refusals.size()));
	}

	private static void examine(CrmAdapter crm, Worker worker, List<Observation> refusals) {
		try {
			crm.actingAs(worker).list(Audience.EVERYONE, "", null, 1, Deadline.in(LONGEST_WAIT));
		}
		catch (CrmAccessException ex) {
			refusals.add(Observation.problem("the worker " + worker.identity().written() + " gets no customers",
					ex.getMessage()));
		}
	}

}
