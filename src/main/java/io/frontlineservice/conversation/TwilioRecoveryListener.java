package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.TwilioRecoveredEvent;
import io.frontlineservice.work.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Retries the work that waits for Twilio when an outage of Twilio ends. Called by Spring.
 * Thread-safe.
 */
@Component
final class TwilioRecoveryListener {

	private static final Logger logger = LoggerFactory.getLogger(TwilioRecoveryListener.class);

	private final WorkQueue queue;

	TwilioRecoveryListener(WorkQueue queue) {
		this.queue = queue;
	}

	@EventListener
	void twilioRecovered(TwilioRecoveredEvent event) {
		try {
			this.queue.retryWaiting();
		}
		catch (DataAccessException | TransactionException ex) {
			// This must not fail the call that ended the outage; the backoff still ends.
			logger.warn("Waiting work could not be retried at once: {}", ex.getClass().getName());
		}
	}

}
