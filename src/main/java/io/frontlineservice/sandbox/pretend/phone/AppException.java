package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.wire.RestException;

/**
 * Why the app cannot do what a worker wants, as Frontline numbers it. Thrown by
 * {@link AppScreens} and {@link FrontlineApp}; shown to whoever holds the phone.
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

	static AppException unusableAnswer(String what) {
		return new AppException(48003, "The callback's answer cannot be used: " + what + ".");
	}

	static AppException refused(int status) {
		return new AppException(48004, "The callback answered with status " + status + ".");
	}

	/** Of a callback that cannot be reached the number is guessed. */
	static AppException noAnswer(String why) {
		return new AppException(48005, "The callback did not answer " + why + ".");
	}

	static AppException unusableContact() {
		return new AppException(48025, "The customer's address is no number with its country code.");
	}

	static AppException unusableProxyAddress() {
		return new AppException(48026, "The number to write from is missing, or not one with its country code.");
	}

	static AppException sameAddress() {
		return new AppException(48027, "The number to write from is the customer's own.");
	}

	static AppException otherChannel() {
		return new AppException(48029, "The number to write from is not for the customer's channel.");
	}

	static AppException sessionOver() {
		return new AppException(63016,
				"WhatsApp takes nothing but approved templates once the customer has not written " + "for 24 hours.");
	}

	/** What Conversations refuses, by Frontline's number for it. */
	public static AppException of(RestException ex) {
		return switch (ex.code()) {
			case 50214 -> new AppException(48023, "This worker is in too many conversations.");
			// In the words of the app.
			case 50416 -> new AppException(48031, "Unable to create a new conversation. Another worker is already "
					+ "engaged in conversation with this customer.");
			default -> new AppException(48050, String.valueOf(ex.getMessage()) + ".");
		};
	}

	/** Frontline's number for it, or Twilio's. */
	public int code() {
		return this.code;
	}

}
