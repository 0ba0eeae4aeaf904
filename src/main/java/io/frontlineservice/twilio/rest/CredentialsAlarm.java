package io.frontlineservice.twilio.rest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs once when Twilio starts to refuse the credentials, and once when it accepts them
 * again. Called by {@link MeteredCalls}. Thread-safe.
 */
final class CredentialsAlarm {

	private static final Logger logger = LoggerFactory.getLogger(CredentialsAlarm.class);

	private final AtomicBoolean refused = new AtomicBoolean();

	CredentialsAlarm(MeterRegistry meters) {
		Gauge.builder("frontline.twilio.credentials.refused", this.refused, (it) -> it.get() ? 1 : 0)
			.description(
					"1 while Twilio's REST API refuses the credentials or the account, or responds for another account")
			.register(meters);
	}

	void refused() {
		if (this.refused.compareAndSet(false, true)) {
			logger.error("Twilio's REST API refuses the credentials, or the account is not active. All jobs wait until "
					+ "this is fixed: check frontline.twilio.* and the account in Twilio's console.");
		}
	}

	void otherAccount() {
		if (this.refused.compareAndSet(false, true)) {
			logger.error("{}. All jobs wait until then.", OwnAccount.OTHER_ACCOUNT);
		}
	}

	void accepted() {
		if (this.refused.compareAndSet(true, false)) {
			logger.info("Twilio's REST API accepts the credentials again.");
		}
	}

}
