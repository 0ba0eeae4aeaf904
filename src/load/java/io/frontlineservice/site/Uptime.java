package io.frontlineservice.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The times at which at least one instance was ready. {@link Instance} reports them, the
 * crash run reads them. Thread-safe.
 */
public final class Uptime {

	private final List<Span> spans = new ArrayList<>();

	private int ready;

	synchronized void ready() {
		if (this.ready++ == 0) {
			this.spans.add(new Span(Instant.now(), Instant.MAX));
		}
	}

	synchronized void gone() {
		if (--this.ready == 0) {
			Span last = this.spans.remove(this.spans.size() - 1);
			this.spans.add(new Span(last.start(), Instant.now()));
		}
	}

	/** The uptime between these two times. */
	public synchronized Duration between(Instant start, Instant end) {
		return this.spans.stream().map((span) -> span.within(start, end)).reduce(Duration.ZERO, Duration::plus);
	}

	private record Span(Instant start, Instant end) {

		Duration within(Instant from, Instant to) {
			Instant first = this.start.isAfter(from) ? this.start : from;
			Instant last = this.end.isBefore(to) ? this.end : to;
			return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
		}

	}

}
