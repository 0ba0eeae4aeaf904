package io.frontlineservice.sandbox.pretend.wire;

import org.jspecify.annotations.Nullable;

/**
 * A step of a REST call or of a callback, reported while it happens. The call or callback
 * waits until the listener returns. Immutable.
 *
 * @param moment the step
 * @param name the name of the {@link RestCall}, or the type of the event
 * @param conversationSid the conversation; null if it does not exist yet
 * @param caller the account or API key of a call; empty for an event
 * @param status the HTTP status of the response; 0 before the response
 */
public record TrafficEvent(Moment moment, String name, @Nullable String conversationSid, String caller, int status) {

	public boolean is(Moment which, RestCall call) {
		return this.moment == which && this.name.equals(call.name());
	}

	public boolean is(Moment which, String event) {
		return this.moment == which && this.name.equals(event);
	}

	/** A step of a call or of an event. */
	public enum Moment {

		/** A call has arrived and has had no effect. */
		CALL_RECEIVED,

		/** The call has succeeded or failed and is not answered. */
		CALL_DONE,

		/** The response has been sent. */
		CALL_ANSWERED,

		/** An event is about to be posted. */
		EVENT_SENT,

		/** The event was answered or timed out. */
		EVENT_ANSWERED

	}

}
