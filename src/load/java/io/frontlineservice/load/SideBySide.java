package io.frontlineservice.load;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Compares two servers in pairs of windows, one directly after the other, because other
 * load on the machine changes with time. Used by one thread.
 */
final class SideBySide {

	private static final int PAIRS = 4;

	private static final int SECONDS = 8;

	private static final int WARM_UP_SECONDS = 5;

	private static final int MOST_WARM_UPS = 12;

	/** Before, the throughput may stay the same for a while and then grow again. */
	private static final int REQUESTS_OF_WARM_UP = 60_000;

	/** A warm server differs at most so much from one window to the next. */
	private static final double SETTLED = 0.05;

	private final LoadTarget one;

	private final LoadTarget other;

	private SideBySide(LoadTarget one, LoadTarget other) {
		this.one = one;
		this.other = other;
	}

	/** Warms both servers up, and measures them in turn. */
	static SideBySide warm(LoadTarget one, LoadTarget other, FiguresSite site) throws IOException {
		for (int i = 0; i < MOST_WARM_UPS && !(isSettled(one) && isSettled(other)); i++) {
			one.measure(site.seconds(WARM_UP_SECONDS));
			other.measure(site.seconds(WARM_UP_SECONDS));
		}
		return of(one, other, PAIRS, site);
	}

	private static boolean isSettled(LoadTarget target) {
		List<LoadTarget.Window> windows = target.windows();
		if (windows.stream().mapToLong((window) -> window.wrk().requests()).sum() < REQUESTS_OF_WARM_UP) {
			return false;
		}
		double last = windows.get(windows.size() - 1).micros();
		return windows.size() > 1 && Math.abs(last / windows.get(windows.size() - 2).micros() - 1) < SETTLED;
	}

	/** Measures two servers in turn that are warm. */
	static SideBySide of(LoadTarget one, LoadTarget other, int pairs, FiguresSite site) throws IOException {
		one.forget();
		other.forget();
		for (int i = 0; i < pairs; i++) {
			one.measure(site.seconds(SECONDS));
			other.measure(site.seconds(SECONDS));
		}
		return new SideBySide(one, other);
	}

	/** The median of the pairs' ratios of throughput, of the one to the other. */
	double throughput() {
		return ratio((window) -> window.wrk().requestsASecond());
	}

	/** The median of the pairs' ratios of processor time for a request. */
	double cost() {
		return ratio(LoadTarget.Window::micros);
	}

	/** The median of the pairs' ratios of the size of an answer with its headers. */
	double size() {
		return ratio((window) -> window.wrk().bytesARequest());
	}

	private double ratio(ToDoubleFunction<LoadTarget.Window> value) {
		return Medians.of(IntStream.range(0, this.one.windows().size())
			.mapToDouble((i) -> value.applyAsDouble(this.one.windows().get(i))
					/ value.applyAsDouble(this.other.windows().get(i)))
			.toArray());
	}

}
