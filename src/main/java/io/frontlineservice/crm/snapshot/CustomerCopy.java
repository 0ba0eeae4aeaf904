package io.frontlineservice.crm.snapshot;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of all customers of a CRM, which a thread of its own reads again and again. A
 * copy is used when it is complete; until then, and while the CRM fails, the last one
 * stays in use. Made by adapters of CRMs that cannot answer each request, asked by
 * {@link CopiedCrm}. Thread-safe.
 */
public final class CustomerCopy implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CustomerCopy.class);

	/** The longest pause after a failure. */
	private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

	private final Supplier<List<CrmCustomer>> source;

	private final Duration interval;

	private final LongSupplier nanoTime;

	private final CopyMeters meters;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread created = new Thread(task, "customer-copy");
		created.setDaemon(true);
		return created;
	});

	private volatile @Nullable Copied copied;

	private volatile @Nullable Failure failure;

	/**
	 * Creates a copy that has not been read.
	 * @param source reads all customers; each id once
	 * @param interval the time from the end of one reading to the start of the next
	 * @param nanoTime a clock such as {@link System#nanoTime()}
	 */
	public CustomerCopy(Supplier<List<CrmCustomer>> source, Duration interval, LongSupplier nanoTime,
			MeterRegistry meters) {
		this.source = source;
		this.interval = interval;
		this.nanoTime = nanoTime;
		this.meters = new CopyMeters(meters, this);
	}

	/** Begins to read, at once and then after each interval. */
	public CustomerCopy start() {
		schedule(Duration.ZERO);
		return this;
	}

	private void schedule(Duration pause) {
		if (!this.thread.isShutdown()) {
			Future<?> unused = this.thread.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void run() {
		boolean isDone = refresh();
		schedule((isDone || this.interval.compareTo(LONGEST_RETRY) < 0) ? this.interval : LONGEST_RETRY);
	}

	/** Reads a copy now, and returns whether it is in use. */
	boolean refresh() {
		long start = this.nanoTime.getAsLong();
		Timer.Sample time = this.meters.start();
		String outcome = "failed";
		try {
			CustomerSnapshot snapshot = new CustomerSnapshot(this.source.get());
			long end = this.nanoTime.getAsLong();
			use(new Copied(snapshot, new SnapshotCrm(() -> snapshot), start, Duration.ofNanos(end - start)));
			outcome = "ok";
			return true;
		}
		catch (CrmUnavailableException ex) {
			String error = ex.error();
			keep(new Failure(start, (error != null) ? error : "unavailable", String.valueOf(ex.getMessage())));
		}
		catch (RuntimeException | Error ex) {
			// Even an OutOfMemoryError must not end the reading silently.
			keep(new Failure(start, "failed",
					"The customers could not be copied (" + ex.getClass().getSimpleName() + ")"));
		}
		finally {
			this.meters.ended(time, outcome);
		}
		return false;
	}

	private void use(Copied now) {
		Copied before = this.copied;
		this.copied = now;
		if (before == null || this.failure != null || before.snapshot.size() != now.snapshot.size()) {
			logger.info("The copy of the customers has {} customers, read in {} s", now.snapshot.size(),
					now.readIn.toSeconds());
		}
		this.failure = null;
	}

	private void keep(Failure now) {
		Failure before = this.failure;
		this.failure = now;
		boolean isNews = before == null || !before.message.equals(now.message);
		if (isNews && !this.thread.isShutdown()) {
			logger.warn("The customers could not be copied, the last copy stays in use: {}", now.message);
		}
	}

	/** Returns the copy that is in use; null until the first one is complete. */
	@Nullable Copied copied() {
		return this.copied;
	}

	/** Returns why the last reading failed; null if it did not. */
	@Nullable Failure failure() {
		return this.failure;
	}

	Duration interval() {
		return this.interval;
	}

	/** Returns the time since that moment of the clock. */
	Duration since(long nanos) {
		return Duration.ofNanos(this.nanoTime.getAsLong() - nanos);
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

	/**
	 * A complete copy.
	 *
	 * @param crm answers from it
	 * @param readAt when the reading began: what changed later may be missing
	 * @param readIn how long the reading took
	 */
	record Copied(CustomerSnapshot snapshot, SnapshotCrm crm, long readAt, Duration readIn) {
	}

	/**
	 * Why a reading failed.
	 *
	 * @param at when it began
	 * @param error a word for it, as the metrics have it
	 */
	record Failure(long at, String error, String message) {
	}

}
