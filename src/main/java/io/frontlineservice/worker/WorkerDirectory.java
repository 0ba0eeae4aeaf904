package io.frontlineservice.worker;

import io.frontlineservice.datafile.ReloadingFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workers, read from the directory file; empty without a file. Called once for each
 * callback, to resolve its worker. Uses a changed file while the service runs; an invalid
 * change keeps the previous workers. Thread-safe.
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
	 * Returns the worker with that identity or alias. If the directory does not have it,
	 * returns a worker with only this identity; never fails.
	 */
	public Worker worker(WorkerIdentity identity) {
		Worker known = roster().find(identity);
		return (known != null) ? known : Worker.unknown(identity);
	}

	/** Returns whether the directory has a worker with that identity or alias. */
	public boolean knows(WorkerIdentity identity) {
		return roster().find(identity) != null;
	}

	/**
	 * Returns all identities of all members of the worker's team; only the worker's own
	 * identities if there is no team.
	 */
	public Collection<WorkerIdentity> teamOf(Worker worker) {
		return (worker.team() != null) ? roster().team(worker.team()) : worker.identities();
	}

	/** Returns all workers, in the order of the file. */
	public List<Worker> workers() {
		return roster().workers();
	}

	/**
	 * Returns the workers of that team, in the order of the file; empty if there is no
	 * such team. The name of the team is case-sensitive.
	 */
	public List<Worker> members(String team) {
		return workers().stream().filter((worker) -> team.equals(worker.team())).toList();
	}

	/**
	 * Runs the listener after each change of the directory, when the new workers are in
	 * use. The listener runs on the thread that watches the file, so it must be quick.
	 * Its exceptions are logged.
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
