package io.frontlineservice.datafile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever wants to know that a file has changed. Told by {@link ReloadingFile}; one that
 * fails is logged, and neither the others nor the watching suffer. Thread-safe.
 */
final class ChangeListeners {

	private static final Logger logger = LoggerFactory.getLogger(ChangeListeners.class);

	private final String name;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** Those of the file that holds what the name says. */
	ChangeListeners(String name) {
		this.name = name;
	}

	void add(Runnable listener) {
		this.listeners.add(listener);
	}

	void tell() {
		for (Runnable listener : this.listeners) {
			try {
				listener.run();
			}
			catch (RuntimeException | Error ex) {
				// By its kind alone: the text of an exception may quote the file.
				logger.error("What follows a change of the file of {} failed with {}", this.name,
						ex.getClass().getName());
			}
		}
	}

}
