package io.frontlineservice.worker;

import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ListFile;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workers of the directory file at one moment. Held by {@link WorkerDirectory}, which
 * replaces it when the file changes. Immutable.
 */
final class Roster {

	static final Roster EMPTY = new Roster(Map.of());

	private static final ListFile<WorkerEntry> FILE = ListFile.strict(WorkerEntry.class);

	private final Map<String, Worker> bySpelling;

	private final Map<String, Set<String>> spellingsByTeam = new HashMap<>();

	private Roster(Map<String, Worker> bySpelling) {
		this.bySpelling = Map.copyOf(bySpelling);
		for (Worker worker : bySpelling.values()) {
			if (worker.team() != null) {
				this.spellingsByTeam.computeIfAbsent(worker.team(), (team) -> new HashSet<>())
					.addAll(worker.spellings());
			}
		}
	}

	/** Reads the file; two workers of one spelling are an error. */
	static Roster read(FileLocation location) throws IOException {
		Map<String, Worker> bySpelling = new HashMap<>();
		FILE.read(location, (entry, position) -> {
			String problem = entry.problem();
			if (problem != null) {
				throw position.error(problem);
			}
			Worker worker = entry.toWorker();
			for (String spelling : worker.spellings()) {
				if (bySpelling.put(spelling, worker) != null) {
					throw position.error("this identity or one of its aliases stands in an entry above already");
				}
			}
		});
		return new Roster(bySpelling);
	}

	@Nullable Worker find(String identity) {
		return this.bySpelling.get(Worker.key(identity));
	}

	Collection<String> team(String team) {
		return this.spellingsByTeam.getOrDefault(team, Set.of());
	}

	/**
	 * One entry of the file.
	 *
	 * @param identity the identity of the app user
	 * @param aliases other spellings of it, as the CRM may have them
	 * @param team the worker's team
	 */
	record WorkerEntry(@Nullable String identity, java.util.@Nullable List<String> aliases, @Nullable String team) {

		@Nullable String problem() {
			if (this.identity == null || this.identity.isBlank()) {
				return "this worker has no identity";
			}
			boolean blankAlias = this.aliases != null
					&& this.aliases.stream().anyMatch((it) -> it == null || it.isBlank());
			return blankAlias ? "this worker has an empty alias" : null;
		}

		Worker toWorker() {
			Set<String> spellings = new LinkedHashSet<>();
			String key = Worker.key(java.util.Objects.requireNonNull(this.identity));
			spellings.add(key);
			if (this.aliases != null) {
				this.aliases.forEach((alias) -> spellings.add(Worker.key(alias)));
			}
			return new Worker(key, spellings, (this.team == null || this.team.isBlank()) ? null : this.team);
		}

	}

}
