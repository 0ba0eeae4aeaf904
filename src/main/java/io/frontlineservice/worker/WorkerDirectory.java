package io.frontlineservice.worker;

import io.frontlineservice.datafile.ReloadingFile;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Who the workers are. Asked by {@code customer} for whoever a callback names.
 * Thread-safe; follows the directory file as it changes.
 */
public final class WorkerDirectory implements AutoCloseable {

	private final Supplier<Roster> roster;

	private final Runnable onClose;

	private WorkerDirectory(Supplier<Roster> roster, Runnable onClose) {
		this.roster = roster;
		this.onClose = onClose;
	}

	/** A directory that knows nobody. */
	public static WorkerDirectory empty() {
		return new WorkerDirectory(() -> Roster.EMPTY, () -> {
		});
	}

	static WorkerDirectory of(ReloadingFile<Roster> file) {
		return new WorkerDirectory(file::content, file::close);
	}

	/**
	 * The worker with that identity or alias; where the directory has none, a worker of
	 * that identity alone.
	 */
	public Worker worker(String identity) {
		Worker known = this.roster.get().find(identity);
		return (known != null) ? known : Worker.stranger(identity);
	}

	/** Whether the directory has that worker. */
	public boolean knows(Worker worker) {
		return this.roster.get().find(worker.identity()) != null;
	}

	/**
	 * All spellings of all members of the worker's team; the worker's own if there is
	 * none.
	 */
	public Collection<String> teamOf(Worker worker) {
		return (worker.team() != null) ? this.roster.get().team(worker.team()) : worker.spellings();
	}

	@Override
	public void close() {
		this.onClose.run();
	}

}
