package io.frontlineservice.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What was answered in a stretch of time. Filled by {@link PreEvents} and {@link Events},
 * read by {@link Targets}. Thread-safe.
 */
final class Window {

	static final Duration LENGTH = Duration.ofSeconds(5);

	/** With so many windows, the last ones, the JVM has warmed up. */
	private static final int LAST = 3;

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	/** All of these as one. */
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

	/** How many were answered with 200 in a second. */
	double rate() {
		return (count() - refused()) / (double) LENGTH.toSeconds();
	}

	/** How many were not answered with 200, or not at all. */
	long refused() {
		return this.answers.stream().filter((it) -> it.status() != 200).count();
	}

	/** How many were answered without the name that was to be in it. */
	long nameless() {
		return this.answers.stream().filter((it) -> !it.complete()).count();
	}

	/** How many milliseconds that share of the answers took at the most. */
	double millis(double share) {
		List<Duration> sorted = this.answers.stream().map(Answer::time).sorted().toList();
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1).toNanos() / 1e6;
	}

	/** How many milliseconds the slowest answer took. */
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
	 * @param time from when it was due to be asked for until it was there
	 * @param complete whether it has what was to be in it
	 */
	record Answer(int status, Duration time, boolean complete) {
	}

}
