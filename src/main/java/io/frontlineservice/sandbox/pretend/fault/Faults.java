package io.frontlineservice.sandbox.pretend.fault;

import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The active faults of REST calls. Added by tests or through {@code /pretend/faults};
 * {@code RestServer} looks them up for each call. Thread-safe.
 */
public final class Faults {

	private final List<ActiveFault> active = new CopyOnWriteArrayList<>();

	private volatile int mostInFlight = Integer.MAX_VALUE;

	private volatile @Nullable String retryAfter;

	private volatile CountDownLatch cleared = new CountDownLatch(1);

	public Faults() {
	}

	/** Adds a fault. Faults added first apply first. */
	public void add(Fault fault) {
		this.active.add(new ActiveFault(fault, new AtomicInteger(fault.times())));
	}

	/** Removes a fault, even if it has not happened as often as requested. */
	public void remove(Fault fault) {
		this.active.removeIf((it) -> it.fault().equals(fault));
	}

	/**
	 * Answers 429 while that many calls are in progress.
	 * @param retryAfter the {@code Retry-After} of the response; null for none
	 */
	public void mostInFlight(int number, @Nullable String retryAfter) {
		this.mostInFlight = number;
		this.retryAfter = retryAfter;
	}

	/** Removes all faults and closes the connections of calls that wait. */
	public void clear() {
		this.active.clear();
		mostInFlight(Integer.MAX_VALUE, null);
		CountDownLatch before = this.cleared;
		this.cleared = new CountDownLatch(1);
		before.countDown();
	}

	/** Returns the fault of this call; null if it has no fault. */
	public @Nullable Fault next(Request request, @Nullable RestCall call) {
		for (ActiveFault each : this.active) {
			if (each.fault.isAbout(request, call) && each.left.getAndUpdate((it) -> Math.max(0, it - 1)) > 0) {
				return each.fault;
			}
		}
		return null;
	}

	public void requireCapacity(int inFlight) {
		if (inFlight > this.mostInFlight) {
			throw RestException.tooManyRequests(this.retryAfter);
		}
	}

	/** Returns a latch that opens when the current faults are cleared. */
	public CountDownLatch clearing() {
		return this.cleared;
	}

	private record ActiveFault(Fault fault, AtomicInteger left) {

	}

}
