package io.frontlineservice.load;

import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many seconds a restart takes until the service is ready: with 1,000 customers, and
 * with a store that an earlier start has made. Used by {@link FiguresRun}.
 */
final class StartFigures {

	private static final int ROUNDS = 3;

	private static final int CUSTOMERS = 1_000;

	private static final int WORKERS = 100;

	private StartFigures() {
	}

	static void measure(FiguresSite site, Figures figures) throws Exception {
		Map<String, Program> programs = new LinkedHashMap<>();
		programs.put("trained", site.trained());
		programs.put("bare-cached", site.bare().cached());
		programs.put("cold", site.cold());
		programs.put("bare-cold", site.bare().cold());
		Path files = site.files(CUSTOMERS, WORKERS);
		start(site, "makes-the-store", site.cold(), files);
		Map<String, double[]> seconds = new LinkedHashMap<>();
		programs.keySet().forEach((name) -> seconds.put(name, new double[ROUNDS]));
		for (int round = 0; round < ROUNDS; round++) {
			for (Map.Entry<String, Program> program : programs.entrySet()) {
				seconds.get(program.getKey())[round] = start(site, program.getKey(), program.getValue(), files);
			}
		}
		double trained = Medians.of(seconds.get("trained"));
		double cold = Medians.of(seconds.get("cold"));
		double bareCached = Medians.of(seconds.get("bare-cached"));
		double bareCold = Medians.of(seconds.get("bare-cold"));
		figures.atMost("restart with a trained class cache, s", 1.5, trained, beside(trained, bareCached));
		figures.atMost("restart without a class cache, s", 3.5, cold, beside(cold, bareCold));
	}

	private static double start(FiguresSite site, String name, Program program, Path files) throws Exception {
		String store = "jdbc:sqlite:" + site.folder().resolve("restarted.db");
		long start = System.nanoTime();
		Instance instance = site.start(name, program, files, Map.of("FRONTLINE_STORE_URL", store));
		double seconds = (System.nanoTime() - start) / 1e9;
		instance.kill();
		return seconds;
	}

	private static String beside(double seconds, double bare) {
		return "%.1f x bare, which takes %.2f s".formatted(seconds / bare, bare);
	}

}
