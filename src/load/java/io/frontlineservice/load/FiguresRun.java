package io.frontlineservice.load;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how fast and how large the service is, and compares the figures with their
 * aims. {@code src/load/figures.sh} runs it.
 */
final class FiguresRun {

	private static final Logger logger = LoggerFactory.getLogger(FiguresRun.class);

	private final FiguresSite site;

	private final Figures figures = new Figures();

	private boolean complete = true;

	private FiguresRun(boolean quick) throws IOException {
		this.site = new FiguresSite(quick);
	}

	/**
	 * Measures figures.
	 * @param arguments {@code quick} to try the script in a fifth of the time, and the
	 * names of the parts to measure; by default, all
	 */
	public static void main(String... arguments) throws IOException {
		List<String> words = List.of(arguments);
		FiguresRun run = new FiguresRun(words.contains("quick"));
		List<String> chosen = words.stream().filter((word) -> !word.equals("quick")).toList();
		for (Map.Entry<String, Part> part : parts().entrySet()) {
			if (chosen.isEmpty() || chosen.contains(part.getKey())) {
				run.measure(part.getKey(), part.getValue());
			}
		}
		boolean good = run.figures.print();
		run.site.close(run.complete);
		System.exit(good ? 0 : 1);
	}

	/** This program warms up before the response times of first requests. */
	private static Map<String, Part> parts() {
		Map<String, Part> parts = new LinkedHashMap<>();
		parts.put("start", StartFigures::measure);
		parts.put("memory", MemoryFigures::measure);
		parts.put("first", FirstRequests::measure);
		parts.put("throughput", ThroughputFigures::measure);
		parts.put("size", SizeFigures::measure);
		parts.put("many", ManyCallbacks::measure);
		return parts;
	}

	private void measure(String name, Part part) {
		long start = System.nanoTime();
		try {
			part.measure(this.site, this.figures);
		}
		catch (Exception ex) {
			logger.error("Figures of the part {} cannot be measured", name, ex);
			this.figures.failed(name, String.valueOf(ex.getMessage()));
			this.complete = false;
		}
		this.site.endInstances();
		System.out.printf("  (%s: %.0f s)%n", name, (System.nanoTime() - start) / 1e9);
	}

	/** Measures some of the figures. */
	private interface Part {

		void measure(FiguresSite site, Figures figures) throws Exception;

	}

}
