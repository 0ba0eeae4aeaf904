package io.frontlineservice.conversation.routing;

import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.text.Nearest;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import io.frontlineservice.worker.WorkerMatches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Compares the settings of routing with each other and with the worker directory. Made by
 * {@link RoutingCrossCheck} and {@link RoutingExamination}.
 */
final class RoutingFit {

	private static final String RULES = "frontline.routing.rules";

	private static final String POOL = "frontline.routing.pool";

	private static final String DEFAULT_WORKER = "frontline.routing.default-worker";

	private static final String DIRECTORY = " in the worker directory";

	private final RoutingSettings settings;

	private final List<Worker> workers;

	/** Creates the comparison of these settings with the workers of the directory. */
	RoutingFit(RoutingSettings settings, List<Worker> workers) {
		this.settings = settings;
		this.workers = workers;
	}

	/** What does not fit, without identities. */
	List<Observation> observations() {
		List<Observation> observations = new ArrayList<>();
		if (this.settings.enabled()) {
			addTeams(observations);
			addDefaultWorker(observations);
			addRules(observations);
		}
		return observations;
	}

	private void addTeams(List<Observation> observations) {
		TreeSet<String> teams = new TreeSet<>(
				this.workers.stream().map(Worker::team).filter(Objects::nonNull).toList());
		for (String team : this.settings.pool()) {
			if (!teams.contains(team)) {
				observations
					.add(Observation.warning(POOL + " names the team " + team + ", which has no members" + DIRECTORY,
							(teams.isEmpty() ? "no worker there has a team"
									: "the teams there are " + String.join(", ", teams) + Nearest.hint(team, teams))
									+ "; set the team of its members, or correct " + POOL));
			}
		}
	}

	private void addDefaultWorker(List<Observation> observations) {
		String written = this.settings.defaultWorker();
		if (written == null || !this.settings.hasDefaultWorker() || this.workers.isEmpty()) {
			return;
		}
		WorkerIdentity identity = WorkerIdentity.of(written.strip());
		if (this.workers.stream().noneMatch((it) -> it.identities().contains(identity))) {
			String explanation = new WorkerMatches(this.workers).explain(identity, "in " + DEFAULT_WORKER);
			observations.add(Observation.warning(DEFAULT_WORKER + " is not" + DIRECTORY,
					(explanation != null) ? explanation : "correct it, or add an entry for this worker"));
		}
	}

	/** The default names all rules, so only other rules say what the operator expects. */
	private void addRules(List<Observation> observations) {
		List<RuleName> rules = this.settings.rules();
		if (!rules.equals(Arrays.asList(RuleName.values()))) {
			addUnused(RuleName.POOL, !this.settings.pool().isEmpty(), POOL, observations);
			addUnused(RuleName.DEFAULT_WORKER, this.settings.hasDefaultWorker(), DEFAULT_WORKER, observations);
			boolean numbersHaveOwners = this.workers.stream().anyMatch((it) -> !it.senders().isEmpty());
			if (rules.contains(RuleName.NUMBER_OWNER) && !numbersHaveOwners) {
				observations
					.add(Observation.warning(RULES + " names number-owner, but no worker" + DIRECTORY + " has senders",
							"set the senders of the workers there, or remove number-owner"));
			}
		}
	}

	private void addUnused(RuleName rule, boolean isSet, String setting, List<Observation> observations) {
		boolean named = this.settings.rules().contains(rule);
		if (named && !isSet) {
			observations
				.add(Observation.warning(RULES + " names " + rule.configured() + ", but " + setting + " is not set",
						"set " + setting + ", or remove the rule"));
		}
		else if (isSet && !named) {
			observations.add(Observation.warning(
					setting + " has no effect, because " + RULES + " does not name " + rule.configured(),
					"add " + rule.configured() + " to " + RULES));
		}
	}

}
