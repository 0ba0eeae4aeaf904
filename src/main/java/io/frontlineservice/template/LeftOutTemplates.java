package io.frontlineservice.template;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts templates that were left out of answers although they had all their values.
 * Called by {@link CategoryLimit}. Thread-safe.
 */
final class LeftOutTemplates {

	private final Counter tooLong;

	private final Counter answerFull;

	LeftOutTemplates(MeterRegistry meters) {
		this.tooLong = counter(meters, "too_long");
		this.answerFull = counter(meters, "answer_full");
	}

	private static Counter counter(MeterRegistry meters, String reason) {
		return Counter.builder("frontline.templates.left.out")
			.description("Templates left out of an answer")
			.tag("reason", reason)
			.register(meters);
	}

	/** Counts a message that is longer than Twilio sends. */
	void tooLong() {
		this.tooLong.increment();
	}

	/** Counts messages that no longer fitted into the answer. */
	void answerFull(int templates) {
		this.answerFull.increment(templates);
	}

}
