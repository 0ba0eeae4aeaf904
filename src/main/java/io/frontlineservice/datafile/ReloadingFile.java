package io.frontlineservice.datafile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content of a file that people change while the service runs. Asked by whoever keeps
 * the file; looks for changes in a thread of its own, by the file's time and size, which
 * also works on mounted volumes. A bad change keeps the content there was. Thread-safe.
 *
 * @param <T> the content, immutable
 */
public final class ReloadingFile<T> implements MeterBinder, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ReloadingFile.class);

	private static final String UNREADABLE = "it cannot be read";

	/** Stands for a fingerprint where the file was not read. */
	private static final Object UNREAD = new Object();

	private final String name;

	private final FileLocation location;

	private final Reader<T> reader;

	private final ChangeListeners listeners;

	private final ScheduledExecutorService watcher;

	/** Of the file as it was read last. */
	private Object fingerprint;

	private Object lastSeen;

	private volatile T content;

	private volatile @Nullable String lastError;

	/**
	 * Reads the file and goes on watching it.
	 * @param name what the file holds, for the log: "customers"
	 * @param interval how often to look for a change
	 * @throws BadFileException if what is there now cannot be used
	 */
	public ReloadingFile(String name, FileLocation location, Duration interval, Reader<T> reader) {
		this.name = name;
		this.location = location;
		this.reader = reader;
		this.listeners = new ChangeListeners(name);
		this.fingerprint = location.fingerprint();
		this.lastSeen = this.fingerprint;
		this.content = firstContent();
		this.watcher = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "watch-" + name);
			thread.setDaemon(true);
			return thread;
		});
		long millis = interval.toMillis();
		Future<?> unused = this.watcher.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
	}

	private T firstContent() {
		try {
			return this.reader.read(this.location);
		}
		catch (IOException ex) {
			throw new BadFileException("the file of " + this.name + " cannot be read");
		}
	}

	/** The content as it was last read without error. */
	public T content() {
		return this.content;
	}

	/** Why the file as it is now is not in use; null if it is. */
	public @Nullable String lastError() {
		return this.lastError;
	}

	/** Shows operators whether a change of the file is not in use. */
	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("frontline.file.change.refused", this, (file) -> (file.lastError != null) ? 1 : 0)
			.description("1 while the file as it is now is not in use")
			.tag("file", this.name)
			.register(meters);
	}

	/**
	 * Has this done after each change, once the new content is in use. It runs on the
	 * thread that looks for changes, so it should be short.
	 */
	public void onChange(Runnable listener) {
		this.listeners.add(listener);
	}

	/**
	 * Looks for a change now. One is taken at the second look that finds it the same,
	 * because at the first the file may still be in writing. A bad one is logged once and
	 * kept out.
	 */
	public void look() {
		if (takeChange()) {
			this.listeners.tell();
		}
	}

	private synchronized boolean takeChange() {
		Object now = this.location.fingerprint();
		boolean settled = now.equals(this.lastSeen);
		this.lastSeen = now;
		if (settled && !now.equals(this.fingerprint)) {
			this.fingerprint = now;
			return reload();
		}
		return false;
	}

	private boolean reload() {
		try {
			this.content = this.reader.read(this.location);
			this.lastError = null;
			logger.info("The file of {} was read anew", this.name);
			return true;
		}
		catch (BadFileException ex) {
			keep(String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			// Nothing of the file need change for it to be readable later: look again.
			this.fingerprint = UNREAD;
			if (!UNREADABLE.equals(this.lastError)) {
				keep(UNREADABLE);
			}
		}
		catch (RuntimeException | Error ex) {
			// Even want of memory must not end the watching without a word.
			keep("it could not be used (" + ex.getClass().getSimpleName() + ")");
		}
		return false;
	}

	private void keep(String reason) {
		this.lastError = reason;
		logger.error("The changed file of {} is not used, the content from before is kept: {}", this.name, reason);
	}

	@Override
	public void close() {
		this.watcher.shutdownNow();
	}

	/**
	 * Makes the content of a file.
	 *
	 * @param <T> the content
	 */
	@FunctionalInterface
	public interface Reader<T> {

		/**
		 * Reads all of the file.
		 * @throws BadFileException if it is not as it should be
		 * @throws IOException if it cannot be read
		 */
		T read(FileLocation location) throws IOException;

	}

}
