package io.frontlineservice.consent.push;

import java.util.List;

/**
 * The port to Twilio's Consent API. Called by {@link PushConsentJob}, implemented by
 * package {@code twilio.rest}. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ConsentApi {

	/** The maximum number of items of a request. */
	int MAX_ITEMS = 25;

	/**
	 * Sends consents in one request.
	 * @param items 1 to {@link #MAX_ITEMS} items
	 * @return the items that Twilio did not accept
	 * @throws io.frontlineservice.conversation.gateway.TwilioUnavailableException if
	 * Twilio cannot do this now
	 * @throws io.frontlineservice.conversation.gateway.TwilioRefusedException if Twilio
	 * refuses the request
	 */
	List<Rejection> push(List<ConsentItem> items);

	/**
	 * An item that Twilio did not accept.
	 *
	 * @param errorCode Twilio's error code, such as 30646
	 * @param reason Twilio's name of the reason, such as {@code INVALID_SENDER_ID}; empty
	 * if there is none
	 */
	record Rejection(int errorCode, String reason) {

		/** Whether the same item may be accepted later. */
		boolean isTemporary() {
			return this.reason.equals("INTERNAL_SERVER_ERROR");
		}

	}

}
