package io.frontlineservice.load;

import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a request costs with a million customers, beside a thousand, if each worker owns
 * the same number of them. Used by {@link FiguresRun}.
 */
final class SizeFigures {

	private static final int SMALL = 1_000;

	private static final int LARGE = 1_000_000;

	/** More than a page, so that all first pages have the same number of rows. */
	private static final int OF_A_WORKER = 50;

	private static final double AIM = 1.3;

	private SizeFigures() {
	}

	static void measure(FiguresSite site, Figures figures) throws Exception {
		Program program = site.trained().with("-Xmx2500m");
		LoadTarget large = start(site, program, LARGE);
		LoadTarget small = start(site, program, SMALL);
		SideBySide pair = SideBySide.warm(large, small, site);
		figures.atMost("processor time of a request, 1M to 1k customers", AIM, pair.cost(),
				"%.0f to %.0f us".formatted(large.micros(), small.micros()));
		figures.atMost("time of a request, 1M to 1k customers", AIM, 1 / pair.throughput(),
				"%,.0f to %,.0f requests/s; answers %.2f x".formatted(large.requestsASecond(), small.requestsASecond(),
						pair.size()));
	}

	private static LoadTarget start(FiguresSite site, Program program, int customers) throws Exception {
		Path files = site.files(customers, customers / OF_A_WORKER);
		Instance instance = site.start("size-" + customers, program, files, Map.of());
		return LoadTarget.serving("%,d".formatted(customers), instance.url(), SignedLines.fileIn(files),
				instance.process());
	}

}
