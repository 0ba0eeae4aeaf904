package io.frontlineservice.conversation.participant;

/**
 * A port for packages that store something about the messages of customers. Called by
 * {@link InboundMessages} in its transaction; implemented by packages above, each as a
 * bean. Implementations are thread-safe.
 */
@FunctionalInterface
public interface InboundMessageListener {

	/**
	 * A customer has written. Twilio may send the same message several times, and
	 * messages in any order.
	 */
	void received(InboundMessage message);

}
