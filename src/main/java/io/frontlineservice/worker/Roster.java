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
 * The content of the worker directory file at one moment. Held by
 * {@link WorkerDirectory}, which replaces it when the file changes. Immutable.
 */
final class Roster {

	static final Roster EMPTY = new Roster(List.of(), Map.of());

	private static final ListFile<WorkerEntry> FILE = ListFile.strict(WorkerEntry.class);

	private final List<Worker> workers;

	private final Map<WorkerIdentity, Worker> byIdentity;

	private final Map<String, Set<WorkerIdentity>> identitiesByTeam = new HashMap<>();

	private Roster(List<Worker> workers, Map<WorkerIdentity, Worker> byIdentity) {
		this.workers = List.copyOf(workers);
		this.byIdentity = Map.copyOf(byIdentity);
		for (Worker worker : workers) {
			if (worker.team() != null) {
				this.identitiesByTeam.computeIfAbsent(worker.team(), (team) -> new HashSet<>())
					.addAll(worker.identities());
			}
		}
	}

	/**
	 * Reads the file.
	 * @throws BadFileException if an entry cannot be used, or two workers have the same
	 * identity or alias
	 */
	static Roster read(FileLocation location) throws IOException {
		List<Worker> workers = new ArrayList<>();
		Map<WorkerIdentity, Worker> byIdentity = new HashMap<>();
		FILE.read(location, (entry, position) -> {
			Worker worker = new WorkerMapper(position).map(entry);
			workers.add(worker);
			for (WorkerIdentity identity : worker.identities()) {
				if (byIdentity.put(identity, worker) != null) {
					throw position.error("this identity or one of its aliases is already used by an entry above");
				}
			}
		});
		return new Roster(workers, byIdentity);
	}

	/** Returns the worker with that identity or alias, or null. */
	@Nullable Worker find(WorkerIdentity identity) {
		return this.byIdentity.get(identity);
	}

	/** Returns all workers, in the order of the file. */
	List<Worker> workers() {
		return this.workers;
	}

	/** Returns the identities and aliases of all members of the team. */
	Collection<WorkerIdentity> team(String team) {
		return this.identitiesByTeam.getOrDefault(team, Set.of());
	}

}
