package io.frontlineservice.load;

import io.frontlineservice.site.Instance;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The response times of the first ten seconds after readiness, beside those of a warm
 * service. Used by {@link FiguresRun}.
 */
final class FirstRequests {

	/** Ten seconds. */
	private static final int FIRST = 2;

	/** At least the first ones and those that are settled. */
	private static final int FEWEST = 5;

	private static final int SECONDS = 45;

	private static final int WARM_UP_SECONDS = 20;

	private FirstRequests() {
	}

	static void measure(FiguresSite site, Figures figures) throws Exception {
		warmLoadUp(site);
		Instance instance = site.start("first-requests", site.trained(), Map.of());
		List<Window> sent = new OpenLoop(new AppRequests(instance.url())).send(Math.max(FEWEST, site.windows(SECONDS)));
		if (Window.of(sent).refused() > 0) {
			throw new IOException(Window.of(sent).refused() + " requests were not answered with 200");
		}
		double first = Window.of(sent.subList(0, FIRST)).millis(0.99);
		double settled = Window.of(Window.last(sent)).millis(0.99);
		figures.atMost("p99 of the first 10 s at %d/s, ratio to settled".formatted(OpenLoop.A_SECOND), 5,
				first / settled, "%.1f ms to %.1f ms, longest %.0f ms".formatted(first, settled,
						Window.of(sent.subList(0, FIRST)).longest()));
	}

	/**
	 * Sends requests to another instance, because this JVM sends its first ones slowly.
	 */
	private static void warmLoadUp(FiguresSite site) throws Exception {
		Instance other = site.start("warm-up-of-load", site.trained(), Map.of());
		new OpenLoop(new AppRequests(other.url())).send(site.windows(WARM_UP_SECONDS));
		other.kill();
	}

}
