package io.frontlineservice.twilio.rest;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices the end of an outage of Twilio: the first call that is answered after several
 * in a row were not. Told by {@link MeteredCalls}. Thread-safe.
 */
final class Outage {

	/** Fewer are the single failures of an ordinary day. */
	private static final int MIN_FAILURES = 3;

	private final AtomicInteger failures = new AtomicInteger();

	private final Runnable onEnd;

	/** Runs that when an outage ends, on the thread of the call that was answered. */
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
