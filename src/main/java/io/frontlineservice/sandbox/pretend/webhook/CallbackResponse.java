package io.frontlineservice.sandbox.pretend.webhook;

/**
 * The response of the service to a callback. Immutable.
 *
 * @param status the HTTP status; 0 if there was no response
 * @param body the body, or the reason that there was no response
 */
public record CallbackResponse(int status, String body) {

	static final CallbackResponse TIMED_OUT = new CallbackResponse(0, "in time");

	static final CallbackResponse UNREACHABLE = new CallbackResponse(0, "at all: no connection");

	/** The callback has no URL. */
	public static final CallbackResponse NOWHERE = new CallbackResponse(0, "at all: no URL");

	boolean isUnreachable() {
		return this.equals(UNREACHABLE);
	}

	public boolean isMissing() {
		return this.status == 0;
	}

	public boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

}
