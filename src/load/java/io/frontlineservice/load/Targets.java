package io.frontlineservice.load;

import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Compares measurements with the targets of {@code src/docs/performance.md}. Used by the
 * only thread of {@link InboundRun} or {@link MessagesRun}; only {@link #note} may be
 * called by any thread.
 */
final class Targets {

	private final AtomicInteger refusedOfOthers = new AtomicInteger();

	private boolean met = true;

	/** Counts events of other customers that are not answered with 200. */
	void note(TrafficEvent happening) {
		if (happening.moment() == Moment.EVENT_ANSWERED && happening.status() != 200) {
			this.refusedOfOthers.incrementAndGet();
		}
	}

	/**
	 * Compares the rate of accepted events.
	 * @param commits the commits a second of the disk
	 */
	void accepted(List<Window> windows, double commits) {
		double rate = Window.last(windows).stream().mapToDouble(Window::rate).average().orElseThrow();
		compare("events accepted, to commits of this disk", rate / commits, "0.5 or more", rate >= 0.5 * commits);
		compare("events accepted a second", rate, "100 or more", rate >= 100);
		answered("event", windows);
	}

	/** Compares what is in the store after a kill. */
	void survived(int acknowledged, long missing) {
		compare("of " + acknowledged + " acknowledged, lost by a kill", missing, "none", missing == 0);
	}

	/** Compares the naming of conversations, with and without failures. */
	void named(List<Window> calm, List<Window> troubled) {
		Window settled = Window.of(Window.last(calm));
		compare("p99 of a name, ms", settled.millis(0.99), "less than 100", settled.millis(0.99) < 100);
		double nameless = settled.nameless() / (double) settled.count();
		compare("answers without the name, share", nameless, "less than 0.01", nameless < 0.01);
		answered("name", Stream.concat(calm.stream(), troubled.stream()).toList());
		compare("events of others not answered with 200", this.refusedOfOthers.get(), "none",
				this.refusedOfOthers.get() == 0);
	}

	/** Compares the decisions about workers' messages. */
	void decided(List<Window> windows) {
		Window settled = Window.of(Window.last(windows));
		compare("p50 of a decision, ms", settled.millis(0.5), "50 or less", settled.millis(0.5) <= 50);
		compare("p99 of a decision, ms", settled.millis(0.99), "50 or less", settled.millis(0.99) <= 50);
		long wrong = Window.of(windows).refused();
		compare("wrong decisions", wrong, "none", wrong == 0);
	}

	/** Whether all targets are met. */
	boolean areMet() {
		return this.met;
	}

	private void answered(String what, List<Window> windows) {
		Window all = Window.of(windows);
		compare("slowest " + what + ", ms", all.longest(), "4000 or less", all.longest() <= 4000);
		compare(what + "s not answered with 200", all.refused(), "none", all.refused() == 0);
	}

	private void compare(String what, Number measured, String target, boolean good) {
		System.out.printf("%-42s %8.2f, target: %s%s%n", what, measured.doubleValue(), target, good ? "" : "   MISSED");
		this.met &= good;
	}

}
