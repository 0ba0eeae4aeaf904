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

	/** The longest time that a request takes to reach the CRM, with a new connection. */
	static final long LONGEST_WAY = 500_000_000;

	/** The call whose place this one takes; null after the start. */
	private @Nullable WindowCall predecessor;

	/** When it started or will start; after the answer, when it was counted. */
	private long time;

	private boolean isAnswered;

	private WindowCall(@Nullable WindowCall predecessor, long time, boolean isAnswered) {
		this.predecessor = predecessor;
		this.time = time;
		this.isAnswered = isAnswered;
	}

	/** Returns a call that will start at that time. */
	static WindowCall waiting(WindowCall predecessor, long start) {
		return new WindowCall(predecessor, start, false);
	}

	/** Returns a call that was answered at that time. */
	static WindowCall answered(long time) {
		return new WindowCall(null, time, true);
	}

	/** The call whose place this one takes. Only before the start. */
	WindowCall predecessor() {
		return Objects.requireNonNull(this.predecessor);
	}

	void start(long now) {
		this.predecessor = null;
		this.time = now;
	}

	/** The call has been answered, or will never be. */
	void end(long now) {
		this.time = countedBy(now);
		this.predecessor = null;
		this.isAnswered = true;
	}

	/** Returns the time by which the CRM has counted it, as far as is known now. */
	long countedBy(long now) {
		if (this.isAnswered || now < this.time) {
			return this.time;
		}
		return (this.predecessor != null) ? now : Math.min(now, this.time + LONGEST_WAY);
	}

}
