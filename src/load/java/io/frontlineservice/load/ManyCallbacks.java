package io.frontlineservice.load;

import io.frontlineservice.load.crm.SlowCrmConfiguration;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The response times of a thousand callbacks at once, with a slow CRM. Used by
 * {@link FiguresRun}.
 */
final class ManyCallbacks {

	private static final int AT_ONCE = 1_000;

	private static final int CRM_MILLIS = 300;

	/** So many that few answers are in memory from a request before. */
	private static final int CUSTOMERS = 40_000;

	private static final int WORKERS = 20_000;

	private static final int WARM_UP_SECONDS = 30;

	private static final int SECONDS = 10;

	/** Requests on virtual threads. */
	private static final int WITH_AIM = 25;

	private ManyCallbacks() {
	}

	static void measure(FiguresSite site, Figures figures) throws Exception {
		Path files = site.files(CUSTOMERS, WORKERS, "calls");
		Instance instance = site.start("many-callbacks",
				busy(site).with(SlowCrmConfiguration.class).with("-Dslow-crm.millis=" + CRM_MILLIS), files,
				Map.of("SPRING_MAIN_SOURCES", SlowCrmConfiguration.class.getName(), "FRONTLINE_CRM_CALLS_AT_ONCE",
						String.valueOf(AT_ONCE), "FRONTLINE_CRM_CACHE_FRESH_FOR", "1s", "FRONTLINE_CRM_CACHE_STALE_FOR",
						"0"));
		Path requests = SignedLines.fileIn(files);
		Wrk.run(requests, instance.url(), AT_ONCE, site.seconds(WARM_UP_SECONDS), 1);
		Wrk wrk = Wrk.run(requests, instance.url(), AT_ONCE, site.seconds(SECONDS), 2);
		String name = "p99 of %,d callbacks at once, CRM of %d ms, ms".formatted(AT_ONCE, CRM_MILLIS);
		double millis = wrk.p99() / 1e3;
		String beside = "%,.0f requests/s, %,d not 200".formatted(wrk.requestsASecond(), wrk.unexpected(false));
		if (Runtime.version().feature() < WITH_AIM) {
			figures.add(name, millis, beside);
			return;
		}
		if (wrk.unexpected(false) > 0) {
			throw new IOException("%,d requests were not answered with 200".formatted(wrk.unexpected(false)));
		}
		figures.atMost(name, 450, millis, beside);
	}

	/**
	 * The flags that src/docs/performance.md names for an instance that is always busy. A
	 * heap of the image's size is too small for so many callbacks.
	 */
	private static Program busy(FiguresSite site) {
		return site.trained().with("-XX:TieredStopAtLevel=4", "-Xms1g", "-Xmx1g", "-Xmn400m");
	}

}
