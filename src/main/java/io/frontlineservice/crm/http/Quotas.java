package io.frontlineservice.crm.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a CRM said is left of its large limits, by name. Kept by {@link RateLimits}; times
 * are nanoseconds since the start. Thread-safe.
 */
final class Quotas {

	private final Map<String, Quota> quotas = new ConcurrentHashMap<>();

	private final RateLimitMeters meters;

	Quotas(RateLimitMeters meters) {
		this.meters = meters;
	}

	void put(String name, Quota quota) {
		if (this.quotas.put(name, quota) == null) {
			this.meters.show(name, () -> this.quotas.get(name).remaining());
		}
	}

	/** Whether so few calls of one are left that they are kept for callbacks. */
	boolean isScarce(long now) {
		return this.quotas.values().stream().anyMatch((quota) -> quota.isScarce(now));
	}

}
