package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.MessageDraft;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks the service before a conversation or a message is created. Thread-safe.
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
		JsonNode changes = changes(event);
		return draft.with(text(changes, "friendly_name"), text(changes, "unique_name"), text(changes, "attributes"));
	}

	/**
	 * Returns the message with the changes of the service.
	 * @throws RestException if the service rejects it or sends invalid changes
	 */
	public MessageDraft ask(MessageDraft message, Event event) {
		JsonNode changes = changes(event);
		return message.with(text(changes, "author"), text(changes, "body"), text(changes, "attributes"));
	}

	/** Returns the changes of the service; without properties if there are none. */
	private JsonNode changes(Event event) {
		CallbackResponse response = this.conditions.isTicked(event.type()) ? this.callbacks.post(event)
				: CallbackResponse.NOWHERE;
		if (response.isMissing()) {
			return MissingNode.getInstance();
		}
		if (!response.isSuccess()) {
			throw RestException.rejectedByWebhook(reason(response));
		}
		JsonNode changes = json(response.body());
		if (!changes.isMissingNode() && !changes.isObject()) {
			throw RestException.invalid("The webhook's response is not a JSON object");
		}
		return changes;
	}

	/** Returns the reason in a problem detail, without a period; null without one. */
	private static @Nullable String reason(CallbackResponse response) {
		String reason = response.reason();
		return (reason != null) ? reason.replaceFirst("\\.$", "") : null;
	}

	private static JsonNode json(String body) {
		try {
			return body.isBlank() ? MissingNode.getInstance() : Reply.JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
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
