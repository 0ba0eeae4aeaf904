package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The rate limits of one CRM. A call waits for its turn, about in the order of arrival,
 * but only as long as its deadline permits; if that is not enough, it is refused at once.
 * Calls in the background never wait, and leave a fifth of each limit to callbacks.
 * Called by {@link ApiCalls} around each request, and by {@link ApiDialect} after it.
 * Thread-safe.
 */
public final class RateLimits {

	/** The part of a limit that calls in the background leave: one in so many calls. */
	static final int PART_FOR_CALLBACKS = 5;

	/**
	 * The time that a wait leaves for the call itself; half of it if the wait becomes
	 * longer than expected.
	 */
	static final Duration TIME_FOR_CALL = Duration.ofSeconds(1);

	private final Map<String, SlidingWindow> windows = new HashMap<>();

	private final Quotas quotas;

	private final LongSupplier nanoTime;

	private final Wait wait;

	private final RateLimitMeters meters;

	/** For requests of any limit. */
	private long pausedUntil;

	public RateLimits(List<RateLimit> limits, MeterRegistry meters) {
		this(limits, System::nanoTime, TimeUnit.NANOSECONDS::sleep, meters);
	}

	RateLimits(List<RateLimit> limits, LongSupplier nanoTime, Wait wait, MeterRegistry meters) {
		long start = nanoTime.getAsLong();
		this.nanoTime = () -> nanoTime.getAsLong() - start;
		this.wait = wait;
		this.meters = new RateLimitMeters(meters);
		this.quotas = new Quotas(this.meters);
		for (RateLimit limit : limits) {
			this.windows.put(limit.name(), new SlidingWindow(limit));
			this.meters.show(limit.name(), () -> free(limit.name()));
		}
	}

	/**
	 * Takes a call of each of these limits, and waits until it may be made. The caller
	 * tells the {@link #answered answer}.
	 * @throws CrmBusyException as soon as it is clear that this is too late for the
	 * deadline, usually at once
	 * @throws CrmUnavailableException if the service stops meanwhile
	 */
	Permit acquire(List<String> names, Deadline deadline) {
		Permit permit = reserve(names, deadline);
		long waited = 0;
		boolean isStarted = false;
		try {
			for (long nanos = start(permit); nanos > 0; nanos = start(permit)) {
				requireTime(nanos, TIME_FOR_CALL.dividedBy(2), deadline);
				waited += nanos;
				deadline.noteOwnWait(Duration.ofNanos(nanos));
				sleep(nanos);
			}
			isStarted = true;
			return permit;
		}
		finally {
			if (!isStarted) {
				giveUp(permit);
			}
			if (waited > 0) {
				this.meters.waited(names.isEmpty() ? "all" : names.get(0), waited);
			}
		}
	}

	/** Takes a place in each of these limits, unless it would be free too late. */
	synchronized Permit reserve(List<String> names, Deadline deadline) {
		List<SlidingWindow> windows = names.stream().distinct().map(this::window).toList();
		long now = now();
		long start = Math.max(now, this.pausedUntil);
		for (SlidingWindow window : windows) {
			start = Math.max(start, window.earliest(now));
		}
		requireTime(start - now, TIME_FOR_CALL, deadline);
		if (deadline.isBackground() && isScarce(windows, now)) {
			throw refusal(deadline);
		}
		return new Permit(windows, start, now);
	}

	/** Starts the request; if it is too early, returns how long to wait. */
	synchronized long start(Permit permit) {
		long now = now();
		long nanos = Math.max(this.pausedUntil, permit.earliest(now)) - now;
		if (nanos <= 0) {
			permit.start(now);
		}
		return nanos;
	}

	/**
	 * The request was answered, so the CRM has counted it. Not for one without an answer,
	 * which the CRM may count later.
	 */
	synchronized void answered(Permit permit) {
		permit.answer(now());
	}

	/** The request will not be made, and leaves its places. */
	synchronized void giveUp(Permit permit) {
		permit.giveUp();
	}

	private boolean isScarce(List<SlidingWindow> windows, long now) {
		return windows.stream().anyMatch((window) -> window.isScarce(now)) || this.quotas.isScarce(now);
	}

	private void requireTime(long nanos, Duration forCall, Deadline deadline) {
		if (nanos > 0 && (deadline.isBackground()
				|| Duration.ofNanos(nanos).plus(forCall).compareTo(deadline.remaining()) > 0)) {
			throw refusal(deadline);
		}
	}

	private CrmBusyException refusal(Deadline deadline) {
		this.meters.refused(deadline.isBackground());
		return CrmBusyException.notCalled();
	}

	/**
	 * Corrects a limit by what the CRM says is left of it, because others may use it too.
	 * A higher number than ours is ignored: it lacks calls that are on their way.
	 */
	public synchronized void remaining(String name, long calls) {
		window(name).lower(calls, now());
	}

	/**
	 * Takes note of what the CRM says is left of a large limit, such as that of a day. It
	 * need not be one of the limits in the constructor. While a fifth or less is left,
	 * calls in the background are refused; callbacks go on until the CRM refuses them.
	 */
	public void quota(String name, long remaining, long max) {
		this.quotas.put(name, new Quota(remaining, max, now()));
	}

	/** Lets no call of that limit be made for that time. */
	public synchronized void pause(String name, Duration time) {
		window(name).pauseUntil(now() + time.toNanos());
	}

	/** Lets no call be made for that time. */
	public synchronized void pause(Duration time) {
		this.pausedUntil = Math.max(this.pausedUntil, now() + time.toNanos());
	}

	private synchronized int free(String name) {
		return window(name).free(now());
	}

	private SlidingWindow window(String name) {
		SlidingWindow window = this.windows.get(name);
		if (window == null) {
			throw new IllegalArgumentException("There is no rate limit " + name);
		}
		return window;
	}

	private long now() {
		return this.nanoTime.getAsLong();
	}

	private void sleep(long nanos) {
		try {
			this.wait.of(nanos);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The service is stopping", null);
		}
	}

}
