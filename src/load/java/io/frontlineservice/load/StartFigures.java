package io.frontlineservice.load;

import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many seconds a start takes until the service is ready. Used by {@link FiguresRun}.
 */
final class StartFigures {

	private static final int ROUNDS = 3;

	private StartFigures() {
	}

	static void measure(FiguresSite site, Figures figures) throws Exception {
		Map<String, Program> programs = new LinkedHashMap<>();
		programs.put("trained", site.trained());
		programs.put("bare-cached", site.bare().cached());
		programs.put("cold", site.cold());
		programs.put("bare-cold", site.bare().cold());
		Map<String, double[]> seconds = new LinkedHashMap<>();
		programs.keySet().forEach((name) -> seconds.put(name, new double[ROUNDS]));
		for (int round = 0; round < ROUNDS; round++) {
			for (Map.Entry<String, Program> program : programs.entrySet()) {
				seconds.get(program.getKey())[round] = start(site, program.getKey(), program.getValue());
			}
		}
		double trained = Medians.of(seconds.get("trained"));
		double cold = Medians.of(seconds.get("cold"));
		double bareCached = Medians.of(seconds.get("bare-cached"));
		double bareCold = Medians.of(seconds.get("bare-cold"));
		figures.atMost("start with a trained class cache, s", 1.5, trained, beside(trained, bareCached));
		figures.atMost("start without a class cache, s", 3.5, cold, beside(cold, bareCold));
	}

	private static double start(FiguresSite site, String name, Program program) throws Exception {
		long start = System.nanoTime();
		Instance instance = site.start(name, program, Map.of());
		double seconds = (System.nanoTime() - start) / 1e9;
		instance.kill();
		return seconds;
	}

	private static String beside(double seconds, double bare) {
		return "%.1f x bare, which takes %.2f s".formatted(seconds / bare, bare);
	}

}
