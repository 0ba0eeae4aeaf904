package io.frontlineservice.crm.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No period has more calls than a limit allows, however calls arrive. */
class RateLimitsPropertyTests {

	private static final RateLimit NARROW = new RateLimit("narrow", 5, Duration.ofSeconds(1));

	private static final RateLimit WIDE = new RateLimit("wide", 12, Duration.ofSeconds(3));

	/**
	 * An arrival is a pause before it, and every third arrival is of the wide limit only.
	 */
	@Property(tries = 300, seed = "20261129", edgeCases = EdgeCasesMode.NONE)
	void noPeriodHasMoreCallsThanItsLimit(
			@ForAll @Size(min = 20, max = 80) List<@IntRange(min = 0, max = 400) Integer> pauses) {
		AtomicLong nanos = new AtomicLong();
		AtomicLong waited = new AtomicLong();
		RateLimits limits = new RateLimits(List.of(NARROW, WIDE), nanos::get, waited::set, new SimpleMeterRegistry());
		List<Long> narrow = new ArrayList<>();
		List<Long> wide = new ArrayList<>();
		for (int i = 0; i < pauses.size(); i++) {
			nanos.addAndGet(Duration.ofMillis(pauses.get(i)).toNanos());
			waited.set(0);
			boolean wideOnly = i % 3 == 0;
			try {
				limits.acquire(wideOnly ? List.of("wide") : List.of("narrow", "wide"),
						Deadline.in(Duration.ofSeconds(4)));
			}
			catch (CrmBusyException ex) {
				continue;
			}
			wide.add(nanos.get() + waited.get());
			if (!wideOnly) {
				narrow.add(nanos.get() + waited.get());
			}
		}
		assertWithin(NARROW, narrow);
		assertWithin(WIDE, wide);
	}

	private static void assertWithin(RateLimit limit, List<Long> times) {
		Collections.sort(times);
		for (int i = limit.calls(); i < times.size(); i++) {
			assertThat(times.get(i) - times.get(i - limit.calls())).isGreaterThanOrEqualTo(limit.period().toNanos());
		}
	}

}
