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
 * Calls the store on threads of its own, so that a callback waits no longer than it may,
 * whatever the store does. Used by {@link WorkConfiguration} for commits, and by the
 * rooms that read the store for a callback. Thread-safe.
 * <p>
 * The timeouts of the driver and of the connection pool are for one step each: a call
 * takes several, and only a total keeps a promise. While the store hangs, a few callers
 * wait for it; the others fail soon, so that the threads of the web server remain free.
 */
public final class StoreCalls implements AutoCloseable {

	private static final int AT_ONCE = 16;

	/** How long a caller waits for its turn. */
	private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

	private final Semaphore turns = new Semaphore(AT_ONCE, true);

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "store-call");
		thread.setDaemon(true);
		return thread;
	});

	StoreCalls() {
	}

	/**
	 * Calls the store, outside of the caller's transaction.
	 * @param longest how long the caller waits, its turn included
	 * @throws QueryTimeoutException if the store did not answer in that time; what the
	 * call writes may be written nevertheless
	 * @throws TransientDataAccessResourceException if too many calls wait already
	 */
	public <T> T within(Duration longest, Callable<T> call) {
		long end = System.nanoTime() + longest.toNanos();
		try {
			if (!this.turns.tryAcquire(Math.min(longest.toNanos(), LONGEST_TURN.toNanos()), TimeUnit.NANOSECONDS)) {
				throw new TransientDataAccessResourceException("Too many calls wait for the store");
			}
			return await(begin(call), end - System.nanoTime());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DataAccessResourceFailureException("Interrupted while the store was called", ex);
		}
	}

	/** The turn ends with the call, and not with the caller's patience. */
	private <T> Future<T> begin(Callable<T> call) {
		boolean begun = false;
		try {
			Future<T> answer = this.threads.submit(() -> {
				try {
					return call.call();
				}
				finally {
					this.turns.release();
				}
			});
			begun = true;
			return answer;
		}
		finally {
			if (!begun) {
				this.turns.release();
			}
		}
	}

	private static <T> T await(Future<T> answer, long nanos) throws InterruptedException {
		try {
			return answer.get(nanos, TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			// A task that is canceled may still be waiting for a thread; it must run, or
			// its turn would never end.
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
	 * How many calls have begun and not ended, whether or not a caller waits for them.
	 */
	int waiting() {
		return AT_ONCE - this.turns.availablePermits();
	}

	/** Calls that have begun go on; nothing waits for them. */
	@Override
	public void close() {
		this.threads.shutdown();
	}

}
