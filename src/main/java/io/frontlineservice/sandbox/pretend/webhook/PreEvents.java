package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.webhook.Callbacks.Answer;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Draft;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks the service before a conversation is made. Called by whatever makes one.
 * Thread-safe.
 * <p>
 * Documented: success with nothing or {@code {}} changes nothing, success with JSON is
 * applied, a 4xx or 5xx rejects, no answer in time changes nothing. Seen: success with a
 * text such as {@code OK}, with which Twilio's sample answers, changes nothing. Guessed:
 * what has no connection is treated as what has no answer, and JSON that is no object or
 * breaks a limit rejects.
 */
public final class PreEvents {

	private final Conditions conditions;

	private final Callbacks callbacks;

	public PreEvents(Conditions conditions, Callbacks callbacks) {
		this.conditions = conditions;
		this.callbacks = callbacks;
	}

	/**
	 * The draft as the service wants it.
	 * @throws RestException if the service rejects it, or answers what cannot be
	 */
	public Draft ask(Draft draft, Event event) {
		if (!this.conditions.isTicked(event.type())) {
			return draft;
		}
		Answer answer = this.callbacks.post(event);
		if (answer.isMissing()) {
			return draft;
		}
		if (!answer.isSuccess()) {
			throw RestException.rejectedByWebhook();
		}
		return answer.body().isBlank() ? draft : applied(draft, answer.body());
	}

	private static Draft applied(Draft draft, String body) {
		try {
			JsonNode changes = Reply.JSON.readTree(body);
			if (!changes.isObject()) {
				throw RestException.invalid("The webhook's answer is no JSON object");
			}
			return draft.with(text(changes, "friendly_name"), text(changes, "unique_name"),
					text(changes, "attributes"));
		}
		catch (JacksonException ex) {
			return draft;
		}
	}

	/** Attributes too are a text: an object in their place is a mistake. */
	private static @Nullable String text(JsonNode changes, String name) {
		JsonNode value = changes.get(name);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw RestException.invalid("The webhook's " + name + " is no text");
		}
		return value.stringValue();
	}

}
