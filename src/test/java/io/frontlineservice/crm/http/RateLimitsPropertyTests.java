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
			start += nanos(pauses.get(i));
			List<RateLimit> rates = (i % 3 == 0) ? List.of(WIDE) : List.of(NARROW, WIDE);
			simulation.call(start, new Call(rates, nanos(ways.get(i)), nanos(returns.get(i)), i % 7 != 0, i % 5 != 0));
		}
		simulation.run();
		simulation.assertWithin(NARROW);
		simulation.assertWithin(WIDE);
	}

	private static long nanos(int millis) {
		return Duration.ofMillis(millis).toNanos();
	}

	/** Runs calls and notes when the CRM counts them. Times are nanoseconds. */
	private static final class Simulation {

		private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::time));

		private final List<Count> counts = new ArrayList<>();

		private long now;

		private final RateLimits limits = new RateLimits(List.of(NARROW, WIDE), () -> this.now, (nanos) -> {
		}, new SimpleMeterRegistry());

		void call(long time, Call call) {
			at(time, () -> {
				try {
					Permit permit = this.limits.reserve(call.rates.stream().map(RateLimit::name).toList(),
							Deadline.in(Duration.ofSeconds(4)));
					start(permit, call);
				}
				catch (CrmBusyException ex) {
					// It would wait too long.
				}
			});
		}

		private void start(Permit permit, Call call) {
			long wait = this.limits.start(permit);
			if (wait > 0 && call.isPatient) {
				at(this.now + wait, () -> start(permit, call));
			}
			else if (wait > 0) {
				at(this.now + wait / 2, () -> this.limits.giveUp(permit));
			}
			else {
				at(this.now + call.way, () -> call.rates.forEach(this::count));
				if (call.isAnswered) {
					at(this.now + call.way + call.back, () -> this.limits.answered(permit));
				}
			}
		}

		private void count(RateLimit limit) {
			this.counts.add(new Count(limit, this.now));
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
					.isGreaterThanOrEqualTo(limit.period().toNanos());
			}
		}

	}

	/**
	 * A call.
	 *
	 * @param way how long it takes to be counted
	 * @param back how long its answer takes
	 * @param isPatient whether it waits for its turn, and does not give up
	 * @param isAnswered whether its answer arrives
	 */
	private record Call(List<RateLimit> rates, long way, long back, boolean isPatient, boolean isAnswered) {
	}

	private record Event(long time, Runnable action) {
	}

	private record Count(RateLimit limit, long time) {
	}

}
