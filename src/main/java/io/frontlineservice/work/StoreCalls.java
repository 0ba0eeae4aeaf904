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
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Calls the store on separate threads, so that a callback has a timeout even while the
 * store hangs. Used by {@link SingleCommits}, and by packages that read the store for a
 * callback. Thread-safe.
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

	private final Semaphore slots = new Semaphore(AT_ONCE, true);

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "store-call");
		thread.setDaemon(true);
		return thread;
	});

	StoreCalls() {
	}

	/**
	 * Calls the store, outside the caller's transaction.
	 * @param longest how long the caller waits, including the wait for a free slot
	 * @throws QueryTimeoutException if the store did not answer in that time; what the
	 * call writes may be written even so
	 * @throws TransientDataAccessResourceException if too many calls are waiting already
	 */
	public <T> T within(Duration longest, Callable<T> call) {
		long end = System.nanoTime() + longest.toNanos();
		try {
			if (!this.slots.tryAcquire(Math.min(longest.toNanos(), SLOT_TIMEOUT.toNanos()), TimeUnit.NANOSECONDS)) {
				throw new TransientDataAccessResourceException("Too many calls wait for the store");
			}
			return await(start(call), end - System.nanoTime());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DataAccessResourceFailureException("Interrupted while the store was called", ex);
		}
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
