package io.frontlineservice.template;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * This instance's copy of the contents at Twilio. A background thread reads them after
 * the start and at an interval; if that fails, the last copy stays in use. Used by
 * {@link LiveCatalogue}. Thread-safe.
 */
final class ContentCopy implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ContentCopy.class);

	private static final Duration RETRY_INTERVAL = Duration.ofMinutes(1);

	private final ContentLibrary library;

	private final Duration interval;

	private final Clock clock;

	private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "twilio-contents");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable AccountContents contents;

	private volatile @Nullable Instant readAt;

	private boolean failing;

	/**
	 * Creates an empty copy.
	 * @param interval how often to read the contents; after a failure at least once a
	 * minute
	 */
	ContentCopy(ContentLibrary library, Duration interval, Clock clock, MeterRegistry meters) {
		this.library = library;
		this.interval = interval;
		this.clock = clock;
		Gauge.builder("frontline.templates.content.age", this, ContentCopy::age)
			.description("Time since the contents at Twilio were read")
			.baseUnit("seconds")
			.register(meters);
	}

	/** The contents as they were last read; null if that was never possible. */
	@Nullable AccountContents contents() {
		return this.contents;
	}

	/** NaN if the contents were never read. */
	private double age() {
		Instant last = this.readAt;
		return (last != null) ? Duration.between(last, this.clock.instant()).toMillis() / 1000.0 : Double.NaN;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		schedule(Duration.ZERO);
	}

	private void schedule(Duration delay) {
		if (!this.reader.isShutdown()) {
			Future<?> unused = this.reader.schedule(() -> schedule(refresh()), delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Reads the contents now.
	 * @return the time until they should be read again
	 */
	synchronized Duration refresh() {
		try {
			AccountContents read = new AccountContents(this.library.contents());
			if (this.failing || this.contents == null) {
				logger.info("{} contents were read from Twilio, approved: {}", read.all().size(), read.approved());
			}
			this.contents = read;
			this.readAt = this.clock.instant();
			this.failing = false;
			return this.interval;
		}
		catch (ContentUnavailableException ex) {
			failed(String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException | Error ex) {
			// Even an OutOfMemoryError must not end the reading silently.
			failed(ex.getClass().getSimpleName());
		}
		return (this.interval.compareTo(RETRY_INTERVAL) < 0) ? this.interval : RETRY_INTERVAL;
	}

	private void failed(String reason) {
		if (!this.failing) {
			logger.warn("The contents at Twilio cannot be read, {}: {}",
					(this.contents != null) ? "the last ones stay in use" : "so the templates file alone is in use",
					reason);
		}
		this.failing = true;
	}

	@Override
	public void close() {
		this.reader.shutdownNow();
	}

}
