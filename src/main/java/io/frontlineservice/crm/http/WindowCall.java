package io.frontlineservice.crm.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call in a {@link SlidingWindow}. Only the CRM knows when it counted the call: some
 * time between its start and its answer. The first call is often slow to arrive, because
 * it opens a connection. So each call takes the place of an earlier one, a period after
 * that one was certainly counted. Guarded by the lock of {@link RateLimits}; times are
 * nanoseconds since the start.
 */
final class WindowCall {

	/** A request is assumed to reach the CRM in that time, also over a new connection. */
	static final long LONGEST_WAY = 500_000_000;

	/** The call after which this one takes its place; null after the start. */
	private @Nullable WindowCall predecessor;

	/** When it started or will start; after the answer, when it was counted. */
	private long time;

	private State state;

	private WindowCall(State state, @Nullable WindowCall predecessor, long time) {
		this.state = state;
		this.predecessor = predecessor;
		this.time = time;
	}

	/** Returns a call that was answered at that time. */
	static WindowCall answered(long time) {
		return new WindowCall(State.ANSWERED, null, time);
	}

	/** Returns a call that takes the place of this one and will start at that time. */
	WindowCall successor(long start) {
		WindowCall before = this;
		while (before.state == State.GIVEN_UP) {
			before = before.predecessor();
		}
		return new WindowCall(State.WAITING, before, start);
	}

	/** The call after which this one takes its place. Only before the start. */
	WindowCall predecessor() {
		return Objects.requireNonNull(this.predecessor);
	}

	void start(long now) {
		this.state = State.STARTED;
		this.predecessor = null;
		this.time = now;
	}

	/** It was answered. Returns how long it took to be counted. */
	long answer(long now) {
		long way = way(now);
		this.time += way;
		this.state = State.ANSWERED;
		return way;
	}

	/** It will never start. */
	void giveUp() {
		this.state = State.GIVEN_UP;
	}

	private long way(long now) {
		return Math.min(now - this.time, LONGEST_WAY);
	}

	/**
	 * Returns the time by which the CRM has counted it, as far as is known now.
	 * @param usualWay how long calls took to be counted, at most {@link #LONGEST_WAY}
	 */
	long countedBy(long now, long usualWay) {
		return switch (this.state) {
			case WAITING -> Math.max(now, this.time) + usualWay;
			case STARTED -> this.time + Math.max(usualWay, way(now));
			case ANSWERED -> this.time;
			case GIVEN_UP -> predecessor().countedBy(now, usualWay);
		};
	}

	private enum State {

		WAITING, STARTED, ANSWERED,

		/** Never started, so that its place is still that of its predecessor. */
		GIVEN_UP

	}

}
