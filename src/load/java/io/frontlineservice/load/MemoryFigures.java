package io.frontlineservice.load;

import io.frontlineservice.site.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The resident memory of services after a minute of load at a fixed rate, all at the same
 * time. Used by {@link FiguresRun}.
 */
final class MemoryFigures {

	private static final int SECONDS = 60;

	private MemoryFigures() {
	}

	static void measure(FiguresSite site, Figures figures) throws Exception {
		Path small = site.files(1_000, 100);
		Path large = site.files(100_000, 100);
		Instance one = site.start("memory-1000", site.trained(), small, Map.of());
		Instance other = site.start("memory-100000", site.trained(), large, Map.of());
		Instance sandbox = site.sandbox();
		CompletableFuture<List<Window>> both = CompletableFuture.supplyAsync(() -> load(site, one, small));
		check(load(site, other, large));
		check(both.join());
		double megabytes = resident(one.process());
		figures.atMost("memory with 1,000 customers, MB", 200, megabytes, "");
		figures.atMost("memory with 100,000 customers, MB more", 150, resident(other.process()) - megabytes,
				"%.0f MB".formatted(resident(other.process())));
		figures.add("memory of the sandbox a minute after its start, MB", resident(sandbox.process()), "");
	}

	private static List<Window> load(FiguresSite site, Instance instance, Path files) {
		try {
			return new OpenLoop(new SignedLines(instance.url(), files)).send(site.windows(SECONDS));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void check(List<Window> sent) throws IOException {
		if (Window.of(sent).refused() > 0) {
			throw new IOException(Window.of(sent).refused() + " requests were not answered with 200");
		}
	}

	/** The resident set size of a process, in MB of 2^20 bytes. */
	static double resident(ProcessHandle process) throws IOException {
		return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

}
