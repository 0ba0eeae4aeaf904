package io.frontlineservice.worker;

import io.frontlineservice.diagnosis.CrossCheck;
import io.frontlineservice.diagnosis.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Compares the entries of the worker directory with each other, and finds what is valid
 * but certainly not meant. Run at the start, and by {@link DirectoryExamination}.
 */
final class DirectoryCrossCheck implements CrossCheck {

	private final Supplier<List<Worker>> workers;

	DirectoryCrossCheck(Supplier<List<Worker>> workers) {
		this.workers = workers;
	}

	@Override
	public List<Observation> observations() {
		List<Worker> all = this.workers.get();
		List<Observation> observations = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			if (!WorkerMatches.addressesWithin(all.get(i).identity()).isEmpty()) {
				observations.add(Observation.warning(
						"'identity' of entry " + (i + 1) + " of the worker directory has more than an e-mail address",
						"write only the address there, exactly as in Frontline"));
			}
		}
		teamSpellings(all).values().stream().filter((spellings) -> spellings.size() > 1).forEach((spellings) -> {
			observations
				.add(Observation.warning("the worker directory has different teams " + String.join(" and ", spellings),
						"spell the team in the same way in all entries"));
		});
		return observations;
	}

	/** The teams that differ only in case and blanks. */
	private static Map<String, Set<String>> teamSpellings(List<Worker> workers) {
		Map<String, Set<String>> spellings = new LinkedHashMap<>();
		for (Worker worker : workers) {
			String team = worker.team();
			if (team != null) {
				spellings
					.computeIfAbsent(team.replaceAll("\\s+", "").toLowerCase(Locale.ROOT), (key) -> new TreeSet<>())
					.add(team);
			}
		}
		return spellings;
	}

}
