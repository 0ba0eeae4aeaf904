package io.frontlineservice.delivery;

import java.time.Instant;

/**
 * A port for what else is learned from messages that were not delivered, such as
 * opt-outs. Called by {@link DeliveryReceipts} in its transaction; each implementation is
 * a bean. Implementations are thread-safe.
 */
@FunctionalInterface
interface FailureListener {

	/**
	 * A message has failed. Called once for each message and participant, and again if
	 * Twilio reports the error code later.
	 * @param at when the message was sent
	 */
	void failed(DeliveryReceipt receipt, Instant at);

}
