package io.frontlineservice.twilio;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts refused requests, and logs each reason at most once a minute. Called by
 * {@link SignatureFilter}. Thread-safe.
 */
final class RefusalReporter {

	private static final Logger logger = LoggerFactory.getLogger(RefusalReporter.class);

	private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

	private final Map<Refusal, Tally> tallies = new EnumMap<>(Refusal.class);

	private final LongSupplier nanoTime;

	RefusalReporter(MeterRegistry meters, LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		for (Refusal refusal : Refusal.values()) {
			Counter counter = Counter.builder("frontline.callbacks.refused")
				.description("Requests refused because Twilio did not sign them for this service")
				.tag("reason", refusal.tag())
				.register(meters);
			this.tallies.put(refusal, new Tally(counter, new AtomicLong(nanoTime.getAsLong())));
		}
	}

	void report(Refusal refusal) {
		report(refusal, "");
	}

	/**
	 * Reports a refusal.
	 * @param keyId the valid id of the shared key that the request names; empty if it
	 * names no key
	 */
	void report(Refusal refusal, String keyId) {
		Tally tally = Objects.requireNonNull(this.tallies.get(refusal));
		tally.counter().increment();
		long now = this.nanoTime.getAsLong();
		long due = tally.nextLine().get();
		if (now - due >= 0 && tally.nextLine().compareAndSet(due, now + INTERVAL)) {
			logger.warn("A request was refused ({}). {}{} More are counted in the metric, and logged once a minute.",
					refusal.tag(), refusal.explanation(), keyId.isEmpty() ? "" : " The key is " + keyId + ".");
		}
	}

	/**
	 * The state of one reason.
	 *
	 * @param counter counts the requests that were refused for it
	 * @param nextLine the earliest time of the next log message, in nanoseconds
	 */
	private record Tally(Counter counter, AtomicLong nextLine) {
	}

}
