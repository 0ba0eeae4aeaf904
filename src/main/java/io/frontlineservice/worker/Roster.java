package io.frontlineservice.worker;

import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ListFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workers of the directory file at one moment. Held by {@link WorkerDirectory}, which
 * replaces it when the file changes. Immutable.
 */
final class Roster {

	static final Roster EMPTY = new Roster(List.of(), Map.of());

	private static final ListFile<WorkerEntry> FILE = ListFile.strict(WorkerEntry.class);

	private final List<Worker> workers;

	private final Map<String, Worker> bySpelling;

	private final Map<String, Set<String>> spellingsByTeam = new HashMap<>();

	private Roster(List<Worker> workers, Map<String, Worker> bySpelling) {
		this.workers = List.copyOf(workers);
		this.bySpelling = Map.copyOf(bySpelling);
		for (Worker worker : workers) {
			if (worker.team() != null) {
				this.spellingsByTeam.computeIfAbsent(worker.team(), (team) -> new HashSet<>())
					.addAll(worker.spellings());
			}
		}
	}

	/** Reads the file; two workers of one spelling are an error. */
	static Roster read(FileLocation location) throws IOException {
		List<Worker> workers = new ArrayList<>();
		Map<String, Worker> bySpelling = new HashMap<>();
		FILE.read(location, (entry, position) -> {
			Worker worker = new WorkerMapper(position).map(entry);
			workers.add(worker);
			for (String spelling : worker.spellings()) {
				if (bySpelling.put(spelling, worker) != null) {
					throw position.error("this identity or one of its aliases stands in an entry above already");
				}
			}
		});
		return new Roster(workers, bySpelling);
	}

	@Nullable Worker find(String identity) {
		return this.bySpelling.get(Worker.key(identity));
	}

	/** All workers, in the order of the file. */
	List<Worker> workers() {
		return this.workers;
	}

	Collection<String> team(String team) {
		return this.spellingsByTeam.getOrDefault(team, Set.of());
	}

}
