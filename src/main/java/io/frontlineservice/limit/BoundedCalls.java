package io.frontlineservice.limit;

import io.frontlineservice.limit.UnansweredCallException.Reason;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Makes calls that may hang, such as those over a network, so that the caller waits no
 * longer than its deadline. Each call runs on a thread of its own; calls beyond the limit
 * are refused at once instead of queued. Used by the CRM guard, by the naming of
 * conversations and by the HTTP client. Thread-safe.
 */
public final class BoundedCalls implements AutoCloseable {

	private final ExecutorService threads;

	/** A thread that has ended its call is not free at once, but its place is. */
	private final Semaphore places;

	/**
	 * Creates a pool of its own for these calls.
	 * @param name the name of the threads, for thread dumps
	 * @param atOnce the number of calls that may run at once, including calls that
	 * outlast their deadline
	 */
	public BoundedCalls(String name, int atOnce) {
		this(daemons(name), atOnce);
	}

	BoundedCalls(ThreadFactory factory, int atOnce) {
		this.threads = Executors.newCachedThreadPool(factory);
		this.places = new Semaphore(atOnce);
	}

	private static ThreadFactory daemons(String name) {
		CustomizableThreadFactory factory = new CustomizableThreadFactory(name + "-");
		factory.setDaemon(true);
		return factory;
	}

	/**
	 * Makes a call and returns its result; interrupts the call at the deadline.
	 * @throws UnansweredCallException if there is no result by the deadline
	 */
	public <T> T call(Callable<T> call, Deadline deadline) throws UnansweredCallException {
		return call(call, deadline, () -> {
		});
	}

	/**
	 * Makes a call and returns its result; interrupts the call at the deadline.
	 * @param cancellation ends a call that does not react to an interrupt; run before the
	 * call is interrupted
	 * @throws UnansweredCallException if there is no result by the deadline
	 */
	public <T> T call(Callable<T> call, Deadline deadline, Runnable cancellation) throws UnansweredCallException {
		Future<T> result = submit(call);
		try {
			return result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new UnansweredCallException(Reason.LATE, null);
		}
		catch (ExecutionException ex) {
			throw new UnansweredCallException(Reason.FAILED, ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UnansweredCallException(Reason.STOPPING, null);
		}
		finally {
			if (!result.isDone()) {
				cancellation.run();
				result.cancel(true);
			}
		}
	}

	private <T> Future<T> submit(Callable<T> call) throws UnansweredCallException {
		if (!this.places.tryAcquire()) {
			throw new UnansweredCallException(Reason.TOO_MANY, null);
		}
		Place place = new Place();
		FutureTask<T> result = new FutureTask<>(() -> {
			try (place) {
				return call.call();
			}
		});
		boolean started = false;
		try {
			this.threads.execute(() -> {
				// A call that was canceled before its start does not run at all.
				try (place) {
					result.run();
				}
			});
			started = true;
			return result;
		}
		catch (RejectedExecutionException ex) {
			throw new UnansweredCallException(Reason.STOPPING, null);
		}
		finally {
			// Also if the system has no thread left.
			if (!started) {
				place.close();
			}
		}
	}

	/** Interrupts the calls that still run. */
	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/** The place of a call among those that may run at once. */
	private final class Place implements AutoCloseable {

		private final AtomicBoolean taken = new AtomicBoolean(true);

		/** Frees the place, the first time. */
		@Override
		public void close() {
			if (this.taken.compareAndSet(true, false)) {
				BoundedCalls.this.places.release();
			}
		}

	}

}
