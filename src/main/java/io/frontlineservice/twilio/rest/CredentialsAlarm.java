package io.frontlineservice.twilio.rest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators that Twilio does not accept us any more, and when it does again: once
 * each, however many calls there are. Called by {@link MeteredCalls}. Thread-safe.
 */
final class CredentialsAlarm {

	private static final Logger logger = LoggerFactory.getLogger(CredentialsAlarm.class);

	private final AtomicBoolean refused = new AtomicBoolean();

	CredentialsAlarm(MeterRegistry meters) {
		Gauge.builder("frontline.twilio.credentials.refused", this.refused, (it) -> it.get() ? 1 : 0)
			.description("1 while Twilio's REST API refuses our credentials or our account, or answers about another")
			.register(meters);
	}

	void refused() {
		if (this.refused.compareAndSet(false, true)) {
			logger
				.error("Twilio's REST API refuses our credentials, or the account is not active. The work waits until "
						+ "this is mended: look at frontline.twilio.* and at Twilio's console.");
		}
	}

	void otherAccount() {
		if (this.refused.compareAndSet(false, true)) {
			logger.error("{}. The work waits until then.", OwnAccount.OTHER_ACCOUNT);
		}
	}

	void accepted() {
		if (this.refused.compareAndSet(true, false)) {
			logger.info("Twilio's REST API accepts our credentials again.");
		}
	}

}
