package io.frontlineservice.sandbox.pretend.wire;

import org.jspecify.annotations.Nullable;

/**
 * One moment of what goes over the wire. Told by a {@code PretendTwilio} to whoever
 * watches it, while it lasts: nothing goes on before the watcher returns. Immutable.
 *
 * @param moment which moment it is
 * @param name the name of the {@link RestCall}, or the type of the event
 * @param conversationSid which conversation it is about; null if it is about none yet
 * @param caller the account or API key that a call was made with; empty for an event
 * @param status the HTTP status of the answer; 0 as long as there is none
 */
public record TrafficEvent(Moment moment, String name, @Nullable String conversationSid, String caller, int status) {

	public boolean is(Moment which, RestCall call) {
		return this.moment == which && this.name.equals(call.name());
	}

	public boolean is(Moment which, String event) {
		return this.moment == which && this.name.equals(event);
	}

	/** A moment in the life of a call, or of an event. */
	public enum Moment {

		/** A call has come, and nothing has been done. */
		CALL_RECEIVED,

		/** What was asked has been done or refused, and is not answered. */
		CALL_DONE,

		/** The answer has been sent. */
		CALL_ANSWERED,

		/** An event is about to be posted. */
		EVENT_SENT,

		/** An event was answered, or was not in time. */
		EVENT_ANSWERED

	}

}
