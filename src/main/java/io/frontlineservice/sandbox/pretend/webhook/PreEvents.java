package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Draft;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks the service before a conversation is created. Thread-safe.
 * <p>
 * Documented: an empty response or {@code {}} changes nothing, JSON is applied, a 4xx or
 * 5xx rejects, a timeout changes nothing. Observed: text such as {@code OK}, which
 * Twilio's sample answers, changes nothing. Guessed: a failed connection counts as a
 * timeout, and JSON that is not an object or exceeds a limit rejects.
 */
public final class PreEvents {

	private final Conditions conditions;

	private final Callbacks callbacks;

	public PreEvents(Conditions conditions, Callbacks callbacks) {
		this.conditions = conditions;
		this.callbacks = callbacks;
	}

	/**
	 * Returns the draft with the changes of the service.
	 * @throws RestException if the service rejects it or sends invalid changes
	 */
	public Draft ask(Draft draft, Event event) {
		if (!this.conditions.isTicked(event.type())) {
			return draft;
		}
		CallbackResponse response = this.callbacks.post(event);
		if (response.isMissing()) {
			return draft;
		}
		if (!response.isSuccess()) {
			throw RestException.rejectedByWebhook();
		}
		return response.body().isBlank() ? draft : applied(draft, response.body());
	}

	private static Draft applied(Draft draft, String body) {
		try {
			JsonNode changes = Reply.JSON.readTree(body);
			if (!changes.isObject()) {
				throw RestException.invalid("The webhook's response is not a JSON object");
			}
			return draft.with(text(changes, "friendly_name"), text(changes, "unique_name"),
					text(changes, "attributes"));
		}
		catch (JacksonException ex) {
			return draft;
		}
	}

	/** Attributes are JSON in a string; an object in their place is an error. */
	private static @Nullable String text(JsonNode changes, String name) {
		JsonNode value = changes.get(name);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw RestException.invalid("The webhook's " + name + " is not a string");
		}
		return value.stringValue();
	}

}
