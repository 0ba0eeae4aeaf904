package io.frontlineservice.conversation.outgoing;

import java.util.Optional;

/**
 * A port for the rules that may reject a worker's message before Twilio publishes it.
 * Implemented by packages above, each as a bean; the first refusal counts.
 * <p>
 * Twilio publishes the message unchanged after 5 seconds, and the worker waits meanwhile.
 * So implementations read memory and the store only, never the CRM or Twilio. They are
 * thread-safe.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 */
@FunctionalInterface
public interface OutgoingMessageRule {

	/**
	 * Returns why the message must not be sent, as a sentence for the worker; empty if
	 * this rule allows it.
	 * @throws RuntimeException if this cannot be determined; the message is then sent
	 */
	Optional<String> refusal(OutgoingMessage message);

	/**
	 * The message is rejected with the refusal of this rule. Called after
	 * {@link #refusal}, before Twilio is answered; not called if the refusal came too
	 * late, so that the message is sent. Twilio's answer waits for it for a second at the
	 * most. What it throws is logged, and changes nothing.
	 */
	default void rejected(OutgoingMessage message) {
	}

	/** Returns the name of the rule in logs and metrics. */
	default String name() {
		return getClass().getSimpleName();
	}

}
