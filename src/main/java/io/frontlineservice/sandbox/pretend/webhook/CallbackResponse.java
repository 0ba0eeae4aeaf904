package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.wire.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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

	/** Returns the reason in a problem detail; null without one. */
	public @Nullable String reason() {
		try {
			JsonNode detail = Reply.JSON.readTree(this.body).path("detail");
			return detail.isString() ? detail.stringValue().strip() : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
