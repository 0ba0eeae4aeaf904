package io.frontlineservice.work;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/**
 * Calls the store on separate threads, so that a callback has a timeout even while the
 * store hangs. Used by {@link SingleCommits}, and by packages that read the store for a
 * callback. Thread-safe.
 * <p>
 * While the server restarts, calls wait for it, and calls of which the connection was
 * lost are made again. So are calls that lost a deadlock.
 * <p>
 * The timeouts of the driver and of the connection pool apply to single steps, of which a
 * call has several; this timeout applies to the whole call. While the store hangs, a few
 * callers wait for it. The others fail soon, so that the threads of the web server remain
 * free.
 */
public final class StoreCalls implements AutoCloseable {

	private static final int AT_ONCE = 16;

	/** How long a caller waits for a free slot. */
	private static final Duration SLOT_TIMEOUT = Duration.ofSeconds(1);

	/** Between two tries on lost connections. */
	private static final Duration PAUSE = Duration.ofMillis(50);

	private final Semaphore slots = new Semaphore(AT_ONCE, true);

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "store-call");
		thread.setDaemon(true);
		return thread;
	});

	private final BooleanSupplier restarting;

	/**
	 * Calls a store.
	 * @param restarting whether its server began to refuse connections a short time ago
	 */
	StoreCalls(BooleanSupplier restarting) {
		this.restarting = restarting;
	}

	/**
	 * Calls the store, outside the caller's transaction.
	 * @param longest how long the caller waits, including the wait for a free slot
	 * @param call called again if it loses a deadlock, or if its connection is lost,
	 * which may be after it has written
	 * @throws QueryTimeoutException if the store did not answer in that time; what the
	 * call writes may be written even so
	 * @throws TransientDataAccessResourceException if too many calls are waiting already
	 */
	public <T> T within(Duration longest, Callable<T> call) {
		long end = System.nanoTime() + longest.toNanos();
		try {
			while (true) {
				try {
					return once(end, call);
				}
				catch (DataAccessException | TransactionException ex) {
					if (!isWorthRetrying(ex) || end - System.nanoTime() < PAUSE.toNanos()) {
						throw ex;
					}
				}
				Thread.sleep(PAUSE.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DataAccessResourceFailureException("Interrupted while the store was called", ex);
		}
	}

	private boolean isWorthRetrying(RuntimeException failure) {
		return failure instanceof ConcurrencyFailureException || isWorthRetryingConnection(failure);
	}

	/** While a server is down for longer, callers do not wait for it. */
	private boolean isWorthRetryingConnection(RuntimeException failure) {
		return LostConnection.isTimeoutOfPool(failure) ? this.restarting.getAsBoolean()
				: LostConnection.isCauseOf(failure);
	}

	private <T> T once(long end, Callable<T> call) throws InterruptedException {
		long nanos = end - System.nanoTime();
		long first = Math.min(nanos, SLOT_TIMEOUT.toNanos());
		if (!takeSlot(first) && !(this.restarting.getAsBoolean() && takeSlot(nanos - first))) {
			throw new TransientDataAccessResourceException("Too many calls wait for the store");
		}
		return await(start(call), end - System.nanoTime());
	}

	/** Waits for a free slot, and takes it. */
	private boolean takeSlot(long nanos) throws InterruptedException {
		return this.slots.tryAcquire(nanos, TimeUnit.NANOSECONDS);
	}

	/** The slot is freed when the call ends, not when the caller stops waiting. */
	private <T> Future<T> start(Callable<T> call) {
		boolean started = false;
		try {
			Future<T> result = this.threads.submit(() -> {
				try {
					return call.call();
				}
				finally {
					this.slots.release();
				}
			});
			started = true;
			return result;
		}
		finally {
			if (!started) {
				this.slots.release();
			}
		}
	}

	private static <T> T await(Future<T> result, long nanos) throws InterruptedException {
		try {
			return result.get(nanos, TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			// The task is not canceled: it may still wait for a thread, and must run to
			// free its slot.
			throw new QueryTimeoutException("The store takes too long", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw new DataAccessResourceFailureException("The store could not be called", ex.getCause());
		}
	}

	/**
	 * The number of calls that have started and not ended, with or without a waiting
	 * caller.
	 */
	int waiting() {
		return AT_ONCE - this.slots.availablePermits();
	}

	/** Calls that have started continue; close does not wait for them. */
	@Override
	public void close() {
		this.threads.shutdown();
	}

}
