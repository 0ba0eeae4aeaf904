package io.frontlineservice.load;

import io.frontlineservice.site.Command;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk measured in a window. Immutable.
 *
 * @param requests the number of answers
 * @param micros the time that they took
 * @param bytes the size of all answers with their headers
 * @param p99 the 99th percentile of the response times in microseconds
 * @param refused the answers with a status above 399
 * @param failed the requests without an answer
 */
record Wrk(long requests, long micros, long bytes, long p99, long refused, long failed) {

	private static final Pattern NUMBERS = Pattern.compile("numbers: (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)\\s*$");

	private static final String SCRIPT = Path.of("src", "load", "replay.lua").toAbsolutePath().toString();

	/**
	 * Replays requests in a loop.
	 * @param requests the file of requests
	 * @param window the number of the window, which decides where in the file it begins
	 */
	static Wrk run(Path requests, URI url, int connections, int seconds, int window) throws IOException {
		ProcessBuilder wrk = new ProcessBuilder(List.of(Command.find("wrk"), "-t1", "-c" + connections,
				"-d" + seconds + "s", "--timeout", "20s", "-s", SCRIPT, url.toString()))
			.redirectErrorStream(true);
		wrk.environment().put("REQUESTS", requests.toString());
		wrk.environment().put("WINDOW", String.valueOf(window));
		String printed = new String(wrk.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher numbers = NUMBERS.matcher(printed);
		if (!numbers.find()) {
			throw new IOException("wrk printed no numbers: " + printed);
		}
		return new Wrk(number(numbers, 1), number(numbers, 2), number(numbers, 3), number(numbers, 4),
				number(numbers, 5), number(numbers, 6));
	}

	private static long number(Matcher numbers, int group) {
		return Long.parseLong(numbers.group(group));
	}

	double requestsASecond() {
		return this.requests / (this.micros / 1e6);
	}

	double bytesARequest() {
		return (double) this.bytes / this.requests;
	}

	/** The number of requests without an answer of the expected kind. */
	long unexpected(boolean refusals) {
		return this.failed + (refusals ? this.requests - this.refused : this.refused);
	}

}
