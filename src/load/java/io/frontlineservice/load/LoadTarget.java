package io.frontlineservice.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A server that wrk measures in windows, with what the windows measured. Used by one
 * thread.
 */
final class LoadTarget {

	/** With few connections, the JVM's warm-up takes less time. */
	static final int CONNECTIONS = 16;

	private final String name;

	private final URI url;

	private final Path requests;

	private final ProcessHandle process;

	private final boolean refuses;

	private final List<Window> windows = new ArrayList<>();

	private int number;

	private LoadTarget(String name, URI url, Path requests, ProcessHandle process, boolean refuses) {
		this.name = name;
		this.url = url;
		this.requests = requests;
		this.process = process;
		this.refuses = refuses;
	}

	/** A service that must answer each request. */
	static LoadTarget serving(String name, URI url, Path requests, ProcessHandle process) {
		return new LoadTarget(name, url, requests, process, false);
	}

	/** A service that must refuse each request. */
	static LoadTarget refusing(String name, URI url, Path requests, ProcessHandle process) {
		return new LoadTarget(name, url, requests, process, true);
	}

	/** A server of which the processor time does not matter. */
	static LoadTarget other(String name, URI url, Path requests) {
		return new LoadTarget(name, url, requests, ProcessHandle.current(), false);
	}

	/**
	 * Measures a window.
	 * @throws IOException if a request got another answer than expected
	 */
	Window measure(int seconds) throws IOException {
		Duration before = used();
		Wrk wrk = Wrk.run(this.requests, this.url, CONNECTIONS, seconds, this.number++);
		Window window = new Window(wrk, used().minus(before).toNanos() / 1e3 / wrk.requests());
		System.out.printf("  %-16s %,8.0f requests/s, %4.0f us of processor time a request, p99 %.1f ms%n", this.name,
				wrk.requestsASecond(), window.micros(), wrk.p99() / 1e3);
		if (wrk.unexpected(this.refuses) > 0) {
			throw new IOException(
					"%s: %,d requests got an unexpected answer".formatted(this.name, wrk.unexpected(this.refuses)));
		}
		this.windows.add(window);
		return window;
	}

	private Duration used() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** Forgets the windows of the warm-up. */
	void forget() {
		this.windows.clear();
	}

	/** The windows since the warm-up. */
	List<Window> windows() {
		return this.windows;
	}

	/** The median of a value of all windows. */
	double median(ToDoubleFunction<Window> value) {
		return Medians.of(this.windows.stream().mapToDouble(value).toArray());
	}

	double requestsASecond() {
		return median((window) -> window.wrk().requestsASecond());
	}

	double micros() {
		return median(Window::micros);
	}

	/**
	 * A window.
	 *
	 * @param micros the processor time of the server for a request
	 */
	record Window(Wrk wrk, double micros) {
	}

}
