package io.frontlineservice.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long answers took, by the kind of request. Filled by {@link DatabaseCalls}.
 * Thread-safe.
 */
final class DatabaseAnswers {

	private final Map<String, Queue<Long>> nanos = new ConcurrentSkipListMap<>();

	private final AtomicInteger failed = new AtomicInteger();

	void add(String kind, int status, long nanos) {
		if (status == 200) {
			this.nanos.computeIfAbsent(kind, (key) -> new ConcurrentLinkedQueue<>()).add(nanos);
		}
		else {
			this.failed.incrementAndGet();
		}
	}

	void print() {
		this.nanos.forEach((kind, times) -> {
			List<Long> sorted = times.stream().sorted().toList();
			System.out.printf("%-22s %,6d answers, p50 %5.1f ms, p99 %5.1f ms%n", kind, sorted.size(),
					millis(sorted, 0.5), millis(sorted, 0.99));
		});
		System.out.println(this.failed.get() + " failed");
	}

	private static double millis(List<Long> sorted, double share) {
		return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
	}

}
