package io.frontlineservice.crm.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The metrics of the requests to a CRM. Called by {@link ApiCalls}. Thread-safe. */
final class ApiMeters {

	private final MeterRegistry meters;

	/** That of the last request, unless it was answered. */
	private final AtomicReference<@Nullable ErrorClass> error = new AtomicReference<>();

	ApiMeters(MeterRegistry meters) {
		this.meters = meters;
		for (ErrorClass value : ErrorClass.values()) {
			Gauge.builder("frontline.crm.http.error", () -> (this.error.get() == value) ? 1 : 0)
				.description("1 for the class of the last error, until a request succeeds")
				.tag("class", value.tag())
				.register(meters);
		}
	}

	Timer.Sample start() {
		return Timer.start(this.meters);
	}

	/** Counts a request that ended with that error, or without. */
	void ended(Timer.Sample time, @Nullable ErrorClass error) {
		// That a customer does not exist is an answer too.
		this.error.set((error != ErrorClass.NOT_FOUND) ? error : null);
		time.stop(Timer.builder("frontline.crm.http")
			.description("Requests to the CRM")
			.tag("outcome", (error != null) ? error.tag() : "ok")
			.register(this.meters));
	}

}
