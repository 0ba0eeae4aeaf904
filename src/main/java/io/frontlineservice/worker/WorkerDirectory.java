package io.frontlineservice.worker;

import io.frontlineservice.datafile.ReloadingFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the workers are. Asked for the worker of each callback. Thread-safe; follows the
 * directory file as it changes.
 */
public final class WorkerDirectory implements MeterBinder, AutoCloseable {

	private final @Nullable ReloadingFile<Roster> file;

	private WorkerDirectory(@Nullable ReloadingFile<Roster> file) {
		this.file = file;
	}

	/** Returns a directory without workers. */
	public static WorkerDirectory empty() {
		return new WorkerDirectory(null);
	}

	static WorkerDirectory of(ReloadingFile<Roster> file) {
		return new WorkerDirectory(file);
	}

	/**
	 * Returns the worker with that identity or alias; if the directory has none, a worker
	 * of whom only the identity is known.
	 */
	public Worker worker(WorkerIdentity identity) {
		Worker known = roster().find(identity);
		return (known != null) ? known : Worker.unknown(identity);
	}

	/** Whether the directory has a worker with that identity or alias. */
	public boolean knows(WorkerIdentity identity) {
		return roster().find(identity) != null;
	}

	/**
	 * Returns all identities of all members of the worker's team; the worker's own if
	 * there is no team.
	 */
	public Collection<WorkerIdentity> teamOf(Worker worker) {
		return (worker.team() != null) ? roster().team(worker.team()) : worker.identities();
	}

	/** All workers of the directory, in its order. */
	public List<Worker> workers() {
		return roster().workers();
	}

	/** The workers of that team, in the order of the directory; nobody if it has none. */
	public List<Worker> members(String team) {
		return workers().stream().filter((worker) -> team.equals(worker.team())).toList();
	}

	/**
	 * Has this done after each change of the directory, once the new one is in use. It
	 * should be short; if it fails, that is logged.
	 */
	public void onChange(Runnable listener) {
		if (this.file != null) {
			this.file.onChange(listener);
		}
	}

	private Roster roster() {
		return (this.file != null) ? this.file.content() : Roster.EMPTY;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		if (this.file != null) {
			this.file.bindTo(meters);
		}
	}

	@Override
	public void close() {
		if (this.file != null) {
			this.file.close();
		}
	}

}
