package io.frontlineservice.twilio.rest;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Detects the end of an outage of Twilio: the first answered call after several
 * consecutive unanswered ones. Called by {@link MeteredCalls}. Thread-safe.
 */
final class Outage {

	/** Fewer consecutive failures are not an outage. */
	private static final int MIN_FAILURES = 3;

	private final AtomicInteger failures = new AtomicInteger();

	private final Runnable onEnd;

	/** Creates a detector that runs a task on the thread of the answered call. */
	Outage(Runnable onEnd) {
		this.onEnd = onEnd;
	}

	void unanswered() {
		this.failures.incrementAndGet();
	}

	void answered() {
		if (this.failures.get() > 0 && this.failures.getAndSet(0) >= MIN_FAILURES) {
			this.onEnd.run();
		}
	}

}
