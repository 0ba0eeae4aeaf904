package io.frontlineservice.datafile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners that are notified after a file has changed. Called by
 * {@link ReloadingFile}. A listener that fails is logged, and the others are still
 * called. Thread-safe.
 */
final class ChangeListeners {

	private static final Logger logger = LoggerFactory.getLogger(ChangeListeners.class);

	private final String name;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** Creates the listeners of the file with this name. */
	ChangeListeners(String name) {
		this.name = name;
	}

	void add(Runnable listener) {
		this.listeners.add(listener);
	}

	void notifyAllListeners() {
		for (Runnable listener : this.listeners) {
			try {
				listener.run();
			}
			catch (RuntimeException | Error ex) {
				// Without the message, which may quote the file.
				logger.error("A listener to changes of the file of {} failed with {}", this.name,
						ex.getClass().getName());
			}
		}
	}

}
