package io.frontlineservice.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How long answers took, and how many were wrong, by the kind of request. Filled by
 * {@link DatabaseCalls}. Thread-safe.
 */
final class DatabaseAnswers {

	private final Map<String, Queue<Answer>> answers = new ConcurrentSkipListMap<>();

	/** Adds an answer, which is good if it has what was asked for. */
	void add(String kind, boolean good, long nanos) {
		this.answers.computeIfAbsent(kind, (key) -> new ConcurrentLinkedQueue<>()).add(new Answer(good, nanos));
	}

	/** Prints a line for each kind, and returns whether all answers were good. */
	boolean print() {
		this.answers.forEach((kind, all) -> {
			List<Long> sorted = all.stream().map(Answer::nanos).sorted().toList();
			System.out.printf("%-21s %,6d answers, %d wrong, p50 %5.1f ms, p99 %5.1f ms%n", kind, sorted.size(),
					all.stream().filter((answer) -> !answer.good()).count(), millis(sorted, 0.5), millis(sorted, 0.99));
		});
		return this.answers.values().stream().flatMap(Queue::stream).allMatch(Answer::good);
	}

	private static double millis(List<Long> sorted, double share) {
		return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
	}

	private record Answer(boolean good, long nanos) {
	}

}
