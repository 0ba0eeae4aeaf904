package io.frontlineservice.crm.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The CRM never counts more calls in a period than a limit allows, whenever calls are
 * made and however long they are on their way. In virtual time.
 */
class RateLimitsPropertyTests {

	private static final RateLimit NARROW = new RateLimit("narrow", 5, Duration.ofSeconds(1));

	private static final RateLimit WIDE = new RateLimit("wide", 12, Duration.ofSeconds(3));

	@Property(tries = 300, seed = "20261129", edgeCases = EdgeCasesMode.NONE)
	void crmNeverCountsMoreCallsThanItsLimit(
			@ForAll @Size(min = 20, max = 80) List<@IntRange(min = 0, max = 400) Integer> pauses,
			@ForAll @Size(80) List<@IntRange(min = 0, max = 500) Integer> ways,
			@ForAll @Size(80) List<@IntRange(min = 0, max = 1500) Integer> returns) {
		Simulation simulation = new Simulation();
		long start = 0;
		for (int i = 0; i < pauses.size(); i++) {
			start += pauses.get(i);
			simulation.call(start, (i % 3 == 0) ? List.of(WIDE) : List.of(NARROW, WIDE), ways.get(i), returns.get(i));
		}
		simulation.run();
		simulation.assertWithin(NARROW);
		simulation.assertWithin(WIDE);
	}

	/** Runs calls and notes when the CRM counts them. Times are milliseconds. */
	private static final class Simulation {

		private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::time));

		private final List<Count> counts = new ArrayList<>();

		private long now;

		private final RateLimits limits = new RateLimits(List.of(NARROW, WIDE),
				() -> Duration.ofMillis(this.now).toNanos(), (nanos) -> {
				}, new SimpleMeterRegistry());

		void call(long time, List<RateLimit> rates, int way, int back) {
			at(time, () -> {
				try {
					Permit permit = this.limits.reserve(rates.stream().map(RateLimit::name).toList(),
							Deadline.in(Duration.ofSeconds(4)));
					start(permit, rates, way, back);
				}
				catch (CrmBusyException ex) {
					// It would wait too long.
				}
			});
		}

		private void start(Permit permit, List<RateLimit> rates, int way, int back) {
			long wait = Duration.ofNanos(this.limits.start(permit)).toMillis();
			if (wait > 0) {
				at(this.now + wait, () -> start(permit, rates, way, back));
				return;
			}
			at(this.now + way, () -> rates.forEach((rate) -> this.counts.add(new Count(rate, this.now))));
			at(this.now + way + back, () -> this.limits.release(permit));
		}

		private void at(long time, Runnable action) {
			this.events.add(new Event(time, action));
		}

		void run() {
			while (!this.events.isEmpty()) {
				Event event = this.events.remove();
				this.now = event.time;
				event.action.run();
			}
		}

		void assertWithin(RateLimit limit) {
			List<Long> times = new ArrayList<>(
					this.counts.stream().filter((it) -> it.limit.equals(limit)).map(Count::time).toList());
			Collections.sort(times);
			assertThat(times).hasSizeGreaterThanOrEqualTo(limit.calls());
			for (int i = limit.calls(); i < times.size(); i++) {
				assertThat(times.get(i) - times.get(i - limit.calls()))
					.isGreaterThanOrEqualTo(limit.period().toMillis());
			}
		}

	}

	private record Event(long time, Runnable action) {
	}

	private record Count(RateLimit limit, long time) {
	}

}
