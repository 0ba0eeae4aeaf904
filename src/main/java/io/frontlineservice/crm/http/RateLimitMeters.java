package io.frontlineservice.crm.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** The metrics of the rate limits. Called by {@link RateLimits}. Thread-safe. */
final class RateLimitMeters {

	private final MeterRegistry meters;

	RateLimitMeters(MeterRegistry meters) {
		this.meters = meters;
	}

	/** Shows how many calls of a limit are left. */
	void show(String limit, Supplier<Number> remaining) {
		Gauge.builder("frontline.crm.rate.limit.remaining", remaining)
			.description("Calls of the CRM that its rate limits allow now")
			.tag("limit", limit)
			.register(this.meters);
	}

	void waited(String limit, long nanos) {
		this.meters.timer("frontline.crm.rate.limit.wait", "limit", limit).record(Duration.ofNanos(nanos));
	}

	void refused(boolean background) {
		this.meters.counter("frontline.crm.rate.limit.refusals", "caller", background ? "background" : "callback")
			.increment();
	}

}
