package io.frontlineservice.crm.snapshot;

import io.frontlineservice.crm.snapshot.CustomerCopy.Copied;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The metrics of a copy. Called by {@link CustomerCopy}. Thread-safe. */
final class CopyMeters {

	private final MeterRegistry meters;

	CopyMeters(MeterRegistry meters, CustomerCopy copy) {
		this.meters = meters;
		Gauge
			.builder("frontline.crm.copy.age", copy,
					(it) -> of(it,
							(copied) -> it.since(copied.readAt()).toMillis() / (double) TimeUnit.SECONDS.toMillis(1)))
			.description("Time since the reading of the copy of the customers began")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("frontline.crm.copy.customers", copy, (it) -> of(it, (copied) -> copied.snapshot().size()))
			.description("Customers in the copy")
			.register(meters);
	}

	private static double of(CustomerCopy copy, ToDoubleFunction<Copied> value) {
		Copied copied = copy.copied();
		return (copied != null) ? value.applyAsDouble(copied) : Double.NaN;
	}

	Timer.Sample start() {
		return Timer.start(this.meters);
	}

	/** Counts a reading that ended so. */
	void ended(Timer.Sample time, String outcome) {
		time.stop(Timer.builder("frontline.crm.copy.refresh")
			.description("Readings of all customers of the CRM")
			.tag("outcome", outcome)
			.register(this.meters));
	}

}
