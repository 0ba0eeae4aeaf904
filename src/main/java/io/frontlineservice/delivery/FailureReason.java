package io.frontlineservice.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a message was not delivered: Twilio's error codes by what they mean to a worker.
 * The names are tags of the metric and names in {@code /actuator/deliveries}.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error and warning
 * dictionary</a>
 * @see <a href="https://www.twilio.com/docs/whatsapp/api/error-code-mapping">WhatsApp
 * error codes</a>
 */
enum FailureReason {

	/** The person has sent a stop word, which Twilio has handled itself. */
	OPTED_OUT("the customer has opted out", 21610),

	/** Twilio's Compliance Toolkit has held the message back. */
	QUIET_HOURS("Twilio's quiet hours did not allow it at that time", 30610),

	/** The person has blocked the sender, or has opted out on WhatsApp. */
	BLOCKED("the customer has blocked our number or has opted out", 63014),

	/** Only approved templates may be sent on WhatsApp at that time. */
	WINDOW_CLOSED("the 24-hour window was closed", 63016),

	/** The number is not on WhatsApp. */
	NO_WHATSAPP("the customer's number is not on WhatsApp", 63024),

	/** The address cannot receive messages at all. */
	BAD_ADDRESS("the customer's number does not exist or cannot receive messages", 21211, 21614, 30005, 30006, 63003),

	/** The phone may be reachable again later. */
	UNREACHABLE("the customer's phone was off or out of reach", 30003, 30017),

	/** Spam filters and blocks of carriers. */
	FILTERED("the carrier blocked it as unwanted", 30004, 30007),

	/** WhatsApp limits what this person receives, for example in an experiment. */
	WHATSAPP_LIMIT("WhatsApp does not deliver it to this customer", 63032, 63033),

	/** Too many messages at once. */
	RATE_LIMIT("too many messages were sent at that time", 30001, 30022, 63018),

	/** The sender is not registered or not set up. */
	SENDER("our number is not set up to send it", 21408, 30032, 30034, 63007, 63020),

	/** WhatsApp or Twilio does not accept the text, the media or the template. */
	CONTENT("its content was refused", 12300, 30019, 63005, 63013, 63019, 63021, 63027, 63028, 63030),

	/** The carrier does not say why. */
	CARRIER("the carrier did not say why", 30008),

	/** Any other code, or none. */
	OTHER("for a reason that Twilio knows");

	private static final Map<Integer, FailureReason> BY_CODE = Arrays.stream(values())
		.flatMap((reason) -> reason.codes.stream().map((code) -> Map.entry(code, reason)))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private final String words;

	/** Immutable. */
	@SuppressWarnings("ImmutableEnumChecker")
	private final List<Integer> codes;

	FailureReason(String words, Integer... codes) {
		this.words = words;
		this.codes = List.of(codes);
	}

	/** Returns the reason for an error code of Twilio; 0 stands for no code. */
	static FailureReason of(int code) {
		return BY_CODE.getOrDefault(code, OTHER);
	}

	/** Returns the end of a sentence for the worker, without a full stop. */
	String words() {
		return this.words;
	}

	/** Whether the person does not want any messages. */
	boolean isOptOut() {
		return this == OPTED_OUT || this == BLOCKED;
	}

	/** Returns the name in metrics and in management. */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
