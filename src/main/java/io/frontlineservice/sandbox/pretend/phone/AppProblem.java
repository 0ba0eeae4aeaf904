package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.wire.RestProblem;

/**
 * Why the app cannot do what a worker wants, as Frontline numbers it. Thrown by
 * {@link AppScreens} and {@link FrontlineApp}; shown to whoever holds the phone.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error dictionary</a>
 */
public final class AppProblem extends RuntimeException {

	private final int code;

	public AppProblem(int code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	static AppProblem noUrl(Callback callback) {
		return new AppProblem(48001, "Frontline has no URL for the callback " + callback.path() + ".");
	}

	static AppProblem unusableAnswer(String what) {
		return new AppProblem(48003, "The callback's answer cannot be used: " + what + ".");
	}

	static AppProblem refused(int status) {
		return new AppProblem(48004, "The callback answered with status " + status + ".");
	}

	/** Of a callback that cannot be reached the number is guessed. */
	static AppProblem noAnswer(String why) {
		return new AppProblem(48005, "The callback did not answer " + why + ".");
	}

	static AppProblem unusableContact() {
		return new AppProblem(48025, "The customer's address is no number with its country code.");
	}

	static AppProblem unusableProxyAddress() {
		return new AppProblem(48026, "The number to write from is missing, or not one with its country code.");
	}

	static AppProblem sameAddress() {
		return new AppProblem(48027, "The number to write from is the customer's own.");
	}

	static AppProblem otherChannel() {
		return new AppProblem(48029, "The number to write from is not for the customer's channel.");
	}

	static AppProblem sessionOver() {
		return new AppProblem(63016,
				"WhatsApp takes nothing but approved templates once the customer has not written " + "for 24 hours.");
	}

	/** What Conversations refuses, by Frontline's number for it. */
	public static AppProblem of(RestProblem problem) {
		return switch (problem.code()) {
			case 50214 -> new AppProblem(48023, "This worker is in too many conversations.");
			// In the words of the app.
			case 50416 -> new AppProblem(48031, "Unable to create a new conversation. Another worker is already "
					+ "engaged in conversation with this customer.");
			default -> new AppProblem(48050, String.valueOf(problem.getMessage()) + ".");
		};
	}

	/** Frontline's number for it, or Twilio's. */
	public int code() {
		return this.code;
	}

}
