package io.frontlineservice.worker;

import io.frontlineservice.datafile.ReloadingFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the workers are. Asked for whoever a callback names, by all rooms that answer one.
 * Thread-safe; follows the directory file as it changes.
 */
public final class WorkerDirectory implements MeterBinder, AutoCloseable {

	private final @Nullable ReloadingFile<Roster> file;

	private WorkerDirectory(@Nullable ReloadingFile<Roster> file) {
		this.file = file;
	}

	/** A directory that knows nobody. */
	public static WorkerDirectory empty() {
		return new WorkerDirectory(null);
	}

	static WorkerDirectory of(ReloadingFile<Roster> file) {
		return new WorkerDirectory(file);
	}

	/**
	 * The worker with that identity or alias; where the directory has none, a worker of
	 * that identity alone.
	 */
	public Worker worker(String identity) {
		Worker known = roster().find(identity);
		return (known != null) ? known : Worker.stranger(identity);
	}

	/** Whether the directory has that worker. */
	public boolean knows(Worker worker) {
		return roster().find(worker.identity()) != null;
	}

	/**
	 * All spellings of all members of the worker's team; the worker's own if there is
	 * none.
	 */
	public Collection<String> teamOf(Worker worker) {
		return (worker.team() != null) ? roster().team(worker.team()) : worker.spellings();
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
