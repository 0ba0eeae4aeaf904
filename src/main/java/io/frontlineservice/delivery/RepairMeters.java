package io.frontlineservice.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what the template bridge does. Called by its jobs. Thread-safe. */
@Component
class RepairMeters {

	private final MeterRegistry meters;

	RepairMeters(MeterRegistry meters) {
		this.meters = meters;
	}

	void count(Outcome outcome) {
		Counter.builder("frontline.template.bridge")
			.description("Messages outside the 24-hour window that the template bridge has handled")
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.meters)
			.increment();
	}

	/** What became of a message. */
	enum Outcome {

		/** It was sent as content. */
		SENT,

		/** It is not a text that was offered to the worker in the last 24 hours. */
		NOT_OFFERED,

		/** It was to replace a text that Twilio has published nevertheless. */
		TEXT_PUBLISHED,

		/** It was itself sent as content, and WhatsApp does not accept it either. */
		CONTENT_FAILED,

		/** The failure is reported more than a day after the message. */
		TOO_LATE,

		/** A rule rejects messages to the customer by now. */
		REJECTED,

		/** The conversation or the message does not exist any more. */
		CONVERSATION_GONE

	}

}
