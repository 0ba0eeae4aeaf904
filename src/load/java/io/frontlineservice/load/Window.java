package io.frontlineservice.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The answers in a period of time. {@link PreEvents} and {@link Events} add to it,
 * {@link Targets} reads it. Thread-safe.
 */
final class Window {

	static final Duration LENGTH = Duration.ofSeconds(5);

	/** The number of windows, at the end, in which the JVM has warmed up. */
	private static final int LAST = 3;

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	/** All answers of these windows in one. */
	static Window of(Collection<Window> windows) {
		Window all = new Window();
		windows.forEach((window) -> all.answers.addAll(window.answers));
		return all;
	}

	static List<Window> last(List<Window> windows) {
		return windows.subList(windows.size() - LAST, windows.size());
	}

	void add(Answer answer) {
		this.answers.add(answer);
	}

	int count() {
		return this.answers.size();
	}

	/** The answers with status 200 a second. */
	double rate() {
		return (count() - refused()) / (double) LENGTH.toSeconds();
	}

	/** The number of requests without an answer of status 200. */
	long refused() {
		return this.answers.stream().filter((it) -> it.status() != 200).count();
	}

	/** The number of answers without the expected name. */
	long nameless() {
		return this.answers.stream().filter((it) -> !it.complete()).count();
	}

	/** The quantile of the response times, in milliseconds. */
	double millis(double share) {
		List<Duration> sorted = this.answers.stream().map(Answer::time).sorted().toList();
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1).toNanos() / 1e6;
	}

	/** The slowest response time, in milliseconds. */
	double longest() {
		return millis(1);
	}

	void print(String what, int number) {
		System.out.printf("%-22s window %d: %5.0f/s, p50 %4.0f ms, p99 %4.0f ms, max %4.0f ms, %d not 200", what,
				number, rate(), millis(0.5), millis(0.99), longest(), refused());
		System.out.println((nameless() > 0) ? ", " + nameless() + " without the name" : "");
	}

	/**
	 * One answer.
	 *
	 * @param status the HTTP status; 0 if there was none
	 * @param time from when the request was due until the answer was complete
	 * @param complete whether the answer has the expected content
	 */
	record Answer(int status, Duration time, boolean complete) {
	}

}
