package io.frontlineservice.load;

import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Nginx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Throughput beside the bare service and nginx, and how fast unsigned requests are
 * refused. Used by {@link FiguresRun}.
 */
final class ThroughputFigures {

	private static final int CUSTOMERS = 1_000;

	/** Of each kind, enough that their mean size is that of all answers. */
	private static final int ANSWERS = 2_000;

	private static final int PAIRS_OF_REFUSALS = 2;

	private static final double SAME_SIZE = 0.05;

	private ThroughputFigures() {
	}

	static void measure(FiguresSite site, Figures figures) throws Exception {
		Path files = site.files(CUSTOMERS, 100);
		Instance service = site.start("service", site.trained(), files, Map.of());
		List<String> answers = new SignedLines(service.url(), files).answers(ANSWERS);
		Path file = Files.write(files.resolve("answers.txt"), answers);
		Instance bare = site.start("bare", site.bare().cached(), Map.of("ANSWERS", file.toString()));
		Path requests = SignedLines.fileIn(files);
		LoadTarget served = LoadTarget.serving("service", service.url(), requests, service.process());
		LoadTarget handler = LoadTarget.serving("bare handler", bare.url(), requests, bare.process());
		checkSize(answers, new SignedLines(bare.url(), files).answers(ANSWERS));
		SideBySide pair = SideBySide.warm(served, handler, site);
		double nginx = nginx(site, answers, requests);
		figures.atLeast("throughput, ratio to the bare handler", 0.9, pair.throughput(),
				"%,.0f to %,.0f requests/s; nginx %,.0f".formatted(served.requestsASecond(), handler.requestsASecond(),
						nginx));
		figures.add("processor time of a request, ratio to the bare handler", pair.cost(),
				"%.0f to %.0f us".formatted(served.micros(), handler.micros()));
		figures.add("throughput, ratio to nginx's static answer", served.requestsASecond() / nginx, "");
		figures.add("memory with 1,000 customers when saturated, MB", MemoryFigures.resident(service.process()),
				"bare handler %.0f MB".formatted(MemoryFigures.resident(bare.process())));
		refuse(site, figures, service, served, files);
	}

	private static double nginx(FiguresSite site, List<String> answers, Path requests) throws Exception {
		String list = answers.stream().filter((it) -> it.startsWith("GetCustomersList")).findFirst().orElseThrow();
		Path folder = Files.createDirectories(site.folder().resolve("nginx"));
		try (Nginx nginx = Nginx.answering(list.split("\t", 2)[1], folder)) {
			LoadTarget target = LoadTarget.other("nginx", nginx.url(), requests);
			target.measure(site.seconds(5));
			return target.requestsASecond();
		}
	}

	private static void checkSize(List<String> answers, List<String> ready) throws IOException {
		double ratio = (double) size(ready) / size(answers);
		System.out.printf("  The answers of the bare handler are %.3f x those of the service in size%n", ratio);
		if (Math.abs(ratio - 1) > SAME_SIZE) {
			throw new IOException("The bare handler's answers have another size: %.3f x".formatted(ratio));
		}
	}

	private static int size(List<String> answers) {
		return answers.stream().mapToInt(String::length).sum();
	}

	private static void refuse(FiguresSite site, Figures figures, Instance service, LoadTarget served, Path files)
			throws IOException {
		LoadTarget refused = LoadTarget.refusing("unsigned", service.url(), SignedLines.unsigned(files),
				service.process());
		refused.measure(site.seconds(10));
		SideBySide pair = SideBySide.of(refused, served, PAIRS_OF_REFUSALS, site);
		figures.atLeast("unsigned requests refused, ratio to valid ones served", 3, pair.throughput(),
				"%,.0f to %,.0f requests/s; %.0f to %.0f us".formatted(refused.requestsASecond(),
						served.requestsASecond(), refused.micros(), served.micros()));
	}

}
