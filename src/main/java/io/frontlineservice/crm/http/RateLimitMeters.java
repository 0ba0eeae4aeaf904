package io.frontlineservice.crm.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** The metrics of the rate limits. Called by {@link RateLimits}. Thread-safe. */
final class RateLimitMeters {

	private final MeterRegistry meters;

	private final Counter refusedCallbacks;

	private final Counter refusedBackground;

	RateLimitMeters(MeterRegistry meters) {
		this.meters = meters;
		this.refusedCallbacks = refusals(meters, "callback");
		this.refusedBackground = refusals(meters, "background");
	}

	private static Counter refusals(MeterRegistry meters, String caller) {
		return Counter.builder("frontline.crm.rate.limit.refusals")
			.description("Calls of the CRM that were not made because of a rate limit")
			.tag("caller", caller)
			.register(meters);
	}

	/** Shows how many calls of a limit are left. */
	void show(String limit, Supplier<Number> remaining) {
		Gauge.builder("frontline.crm.rate.limit.remaining", remaining)
			.description("Calls of the CRM that its rate limits allow now")
			.tag("limit", limit)
			.register(this.meters);
	}

	void waited(String limit, long nanos) {
		Timer.builder("frontline.crm.rate.limit.wait")
			.description("Waits of calls for a rate limit of the CRM")
			.tag("limit", limit)
			.register(this.meters)
			.record(Duration.ofNanos(nanos));
	}

	void refused(boolean background) {
		(background ? this.refusedBackground : this.refusedCallbacks).increment();
	}

}
