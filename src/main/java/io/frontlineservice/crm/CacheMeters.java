package io.frontlineservice.crm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

/** The metrics of the answers in memory. Used by {@link CachedCalls}. Thread-safe. */
final class CacheMeters {

	private final MeterRegistry meters;

	CacheMeters(MeterRegistry meters, AnswerCache cache) {
		this.meters = meters;
		Gauge.builder("frontline.crm.cache.size", cache, AnswerCache::bytes)
			.description("Memory of the answers of the CRM, estimated")
			.baseUnit(BaseUnits.BYTES)
			.register(meters);
	}

	void count(CrmQuestion question, CacheResult result) {
		Counter.builder("frontline.crm.cache.answers")
			.description("Answers about customers, by where they came from")
			.tag("operation", question.operation().tag())
			.tag("result", result.tag())
			.register(this.meters)
			.increment();
	}

}
