package io.frontlineservice.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of a message for one participant, in the order in which it may change.
 * Receipts arrive in any order, so that the later status counts, not the later receipt.
 *
 * @see <a href= "https://www.twilio.com/docs/conversations/api/receipt-resource">Delivery
 * receipts</a>
 */
public enum DeliveryStatus {

	/**
	 * Twilio has passed the message on. Often the last status of a text message, because
	 * many carriers do not report the delivery.
	 */
	SENT(1),

	/** It is on the phone. */
	DELIVERED(2),

	/** The person has seen it. */
	READ(3),

	/** Twilio could not pass it on. Final. */
	FAILED(4),

	/** The carrier or WhatsApp did not deliver it. Final. */
	UNDELIVERED(4);

	private final int progress;

	DeliveryStatus(int progress) {
		this.progress = progress;
	}

	/** Returns the status that Twilio calls so; empty if it is not one of these. */
	public static Optional<DeliveryStatus> named(@Nullable String name) {
		return Arrays.stream(values()).filter((status) -> status.wireName().equals(name)).findFirst();
	}

	/** Returns the name on the wire, in lower case. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** A status replaces those with a lower number. */
	int progress() {
		return this.progress;
	}

	/** Whether the message will not be delivered. */
	boolean isFailure() {
		return this.progress == FAILED.progress;
	}

}
