package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.webhook.CallbackResponse;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import org.jspecify.annotations.Nullable;

/**
 * The reason that the app cannot do what a worker wants, with Twilio's error code. The
 * message is for developers; the page shows it below the worker's words. Thrown by
 * {@link AppScreens} and {@link FrontlineApp}.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error dictionary</a>
 */
public final class AppException extends RuntimeException {

	private final int code;

	private final @Nullable String location;

	private final int callbackStatus;

	private AppException(int code, String message, @Nullable String location, int callbackStatus) {
		super(message, null, false, false);
		this.code = code;
		this.location = location;
		this.callbackStatus = callbackStatus;
	}

	private AppException(int code, String message) {
		this(code, message, null, 0);
	}

	static AppException noUrl(Callback callback) {
		return new AppException(48001, "Frontline has no URL for the callback " + callback.path() + ".");
	}

	static AppException unusableResponse(String what) {
		return new AppException(48003, "The app cannot use the callback's response: " + what + ".");
	}

	/** Why a conversation is refused is in the answer, such as an opt-out. */
	static AppException refused(String location, CallbackResponse response) {
		boolean refusal = location.equals("GetProxyAddress") && response.status() == 403;
		String reason = refusal ? response.reason() : null;
		return new AppException(48004,
				"The callback answered with status " + response.status() + "." + ((reason != null) ? " " + reason : ""),
				location, response.status());
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
		return new AppException(63016, "More than 24 hours have passed since the customer's last message.");
	}

	/** Translates an error of Conversations while Frontline starts a conversation. */
	static AppException notStarted(RestException ex) {
		return switch (ex.code()) {
			case 50214 -> new AppException(48023, "The worker is in too many conversations.");
			case 50416 -> new AppException(48031,
					"Another worker is already engaged in a conversation between these two numbers.");
			default -> new AppException(48050, ex.getMessage() + " (" + ex.code() + ").");
		};
	}

	/** An error of Conversations, which the app calls itself, keeps its code. */
	public static AppException of(RestException ex) {
		return new AppException(ex.code(), ex.getMessage() + ".");
	}

	/** Twilio's error code. */
	public int code() {
		return this.code;
	}

	/** The {@code Location} of the callback that answered with an error. */
	public @Nullable String location() {
		return this.location;
	}

	/** The HTTP status of that callback; 0 if it is not the reason. */
	public int callbackStatus() {
		return this.callbackStatus;
	}

}
