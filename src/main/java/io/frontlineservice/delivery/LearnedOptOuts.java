package io.frontlineservice.delivery;

import io.frontlineservice.consent.optout.OptOuts;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Learns from failed messages that a person does not want any: Twilio's errors 21610 and
 * 63014. Called in the transaction of each failure. Thread-safe.
 */
@Component
class LearnedOptOuts implements FailureListener {

	private final OptOuts optOuts;

	LearnedOptOuts(OptOuts optOuts) {
		this.optOuts = optOuts;
	}

	@Override
	public void failed(DeliveryReceipt receipt, Instant at) {
		if (FailureReason.of(receipt.errorCode()).isOptOut()) {
			this.optOuts.learn(receipt.conversationSid(), receipt.participantSid(), receipt.errorCode(),
					receipt.messageSid(), at);
		}
	}

}
