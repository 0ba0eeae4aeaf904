package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.wire.RestException;

/**
 * The reason that the app cannot do what a worker wants, with Frontline's error code.
 * Thrown by {@link AppScreens} and {@link FrontlineApp} and shown on the phone.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error dictionary</a>
 */
public final class AppException extends RuntimeException {

	private final int code;

	public AppException(int code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	static AppException noUrl(Callback callback) {
		return new AppException(48001, "Frontline has no URL for the callback " + callback.path() + ".");
	}

	static AppException unusableResponse(String what) {
		return new AppException(48003, "The app cannot use the callback's response: " + what + ".");
	}

	static AppException refused(int status) {
		return new AppException(48004, "The callback answered with status " + status + ".");
	}

	/** The code for a callback that cannot be reached is a guess. */
	static AppException noResponse(String why) {
		return new AppException(48005, "The callback did not answer " + why + ".");
	}

	static AppException unusableContact() {
		return new AppException(48025, "The customer's address is not a number with its country code.");
	}

	static AppException unusableProxyAddress() {
		return new AppException(48026, "The proxy address is missing or is not a number with its country code.");
	}

	static AppException sameAddress() {
		return new AppException(48027, "The proxy address is the customer's own number.");
	}

	static AppException otherChannel() {
		return new AppException(48029, "The proxy address belongs to another channel than the customer's address.");
	}

	static AppException sessionOver() {
		return new AppException(63016,
				"WhatsApp accepts only approved templates more than 24 hours after the customer's last message.");
	}

	/** Translates an error of Conversations to Frontline's error code. */
	public static AppException of(RestException ex) {
		return switch (ex.code()) {
			case 50214 -> new AppException(48023, "This worker is in too many conversations.");
			// This is the text that the app shows.
			case 50416 -> new AppException(48031, "Unable to create a new conversation. Another worker is already "
					+ "engaged in conversation with this customer.");
			default -> new AppException(48050, String.valueOf(ex.getMessage()) + ".");
		};
	}

	/** The error code of Frontline or Twilio. */
	public int code() {
		return this.code;
	}

}
