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
 * The content of a file that may change while the service runs. A background thread looks
 * for changes by the time and size of the file, which also works on mounted volumes. If a
 * changed file is invalid, the previous content stays in use. Thread-safe.
 *
 * @param <T> the content, immutable
 */
public final class ReloadingFile<T> implements MeterBinder, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ReloadingFile.class);

	private static final String UNREADABLE = "it cannot be read";

	/** The fingerprint of a file that was not read. */
	private static final Object UNREAD = new Object();

	private final String name;

	private final FileLocation location;

	private final Reader<T> reader;

	private final ChangeListeners listeners;

	private final ScheduledExecutorService watcher;

	/** The fingerprint of the file that was read last. */
	private Object fingerprint;

	private Object lastSeen;

	private volatile T content;

	private volatile @Nullable String lastError;

	/**
	 * Reads the file and watches it.
	 * @param name what the file contains, for the log: "customers"
	 * @param interval how often to look for a change
	 * @throws BadFileException if the file cannot be used now
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
			throw new BadFileException("the file of " + this.name + " cannot be read (" + this.location.inFull() + ")");
		}
	}

	/** The content that was last read without error. */
	public T content() {
		return this.content;
	}

	/** Why the current file is not in use; null if it is in use. */
	public @Nullable String lastError() {
		return this.lastError;
	}

	/** Publishes whether the current file is not in use. */
	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("frontline.file.change.refused", this, (file) -> (file.lastError != null) ? 1 : 0)
			.description("1 while the file as it is now is not in use")
			.tag("file", this.name)
			.register(meters);
	}

	/**
	 * Adds a listener that runs after each change, when the new content is in use. It
	 * runs on the thread that looks for changes, so it should be short.
	 */
	public void onChange(Runnable listener) {
		this.listeners.add(listener);
	}

	/**
	 * Looks for a change now. A changed file is read when a second look finds it
	 * unchanged, because at the first look it may still be incomplete. An invalid change
	 * is logged once and ignored.
	 */
	public void look() {
		if (takeChange()) {
			this.listeners.notifyAllListeners();
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
			logger.info("The file of {} was reloaded", this.name);
			return true;
		}
		catch (BadFileException ex) {
			keep(String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			// The file may become readable without a change: look again.
			this.fingerprint = UNREAD;
			if (!UNREADABLE.equals(this.lastError)) {
				keep(UNREADABLE);
			}
		}
		catch (RuntimeException | Error ex) {
			// Even an OutOfMemoryError must not end the watching silently.
			keep("it could not be used (" + ex.getClass().getSimpleName() + ")");
		}
		return false;
	}

	private void keep(String reason) {
		this.lastError = reason;
		logger.error("The changed file of {} is not used, the previous content is kept: {} ({})", this.name, reason,
				this.location.inFull());
	}

	@Override
	public void close() {
		this.watcher.shutdownNow();
	}

	/**
	 * Reads the content of a file.
	 *
	 * @param <T> the content
	 */
	@FunctionalInterface
	public interface Reader<T> {

		/**
		 * Reads the whole file.
		 * @throws BadFileException if the file is invalid
		 * @throws IOException if it cannot be read
		 */
		T read(FileLocation location) throws IOException;

	}

}
