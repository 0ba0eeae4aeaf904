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
 * What goes wrong with REST calls. Armed by tests or at {@code /pretend/faults}; asked by
 * {@code RestServer} for every call. Thread-safe.
 */
public final class Faults {

	private final List<Armed> armed = new CopyOnWriteArrayList<>();

	private volatile int mostInFlight = Integer.MAX_VALUE;

	private volatile @Nullable String retryAfter;

	private volatile CountDownLatch cleared = new CountDownLatch(1);

	public Faults() {
	}

	/** Arms a fault. Those armed first come first. */
	public void add(Fault fault) {
		this.armed.add(new Armed(fault, new AtomicInteger(fault.times())));
	}

	/** Takes back a fault, however often it was still to happen. */
	public void remove(Fault fault) {
		this.armed.removeIf((it) -> it.fault().equals(fault));
	}

	/**
	 * Answers 429 to whatever comes while that many calls are being answered.
	 * @param retryAfter what that answer has as {@code Retry-After}; null for none
	 */
	public void mostInFlight(int number, @Nullable String retryAfter) {
		this.mostInFlight = number;
		this.retryAfter = retryAfter;
	}

	/** Nothing goes wrong any more; what hangs is hung up. */
	public void clear() {
		this.armed.clear();
		mostInFlight(Integer.MAX_VALUE, null);
		CountDownLatch before = this.cleared;
		this.cleared = new CountDownLatch(1);
		before.countDown();
	}

	/** What goes wrong with this call; null if nothing does. */
	public @Nullable Fault next(Request request, @Nullable RestCall call) {
		for (Armed each : this.armed) {
			if (each.fault.isAbout(request, call) && each.left.getAndUpdate((it) -> Math.max(0, it - 1)) > 0) {
				return each.fault;
			}
		}
		return null;
	}

	public void requireRoom(int inFlight) {
		if (inFlight > this.mostInFlight) {
			throw RestException.tooManyRequests(this.retryAfter);
		}
	}

	/** What is open once all faults there are now have been cleared. */
	public CountDownLatch clearing() {
		return this.cleared;
	}

	private record Armed(Fault fault, AtomicInteger left) {

	}

}
