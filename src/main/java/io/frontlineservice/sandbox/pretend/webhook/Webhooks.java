package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.MessageDraft;
import java.util.List;

/**
 * Announces changes to the service. Used by phones and the REST API. Thread-safe.
 */
public record Webhooks(PreEvents preEvents, Events events, Deliveries deliveries) {

	/**
	 * Asks the service before a conversation is created.
	 * @see PreEvents#ask
	 */
	public Draft ask(Draft draft, Origin origin) {
		return this.preEvents.ask(draft, this.events.conversationAdd(draft, origin));
	}

	/**
	 * Asks the service before a worker's message is published.
	 * @see PreEvents#ask
	 */
	public MessageDraft ask(Conversation conversation, MessageDraft message) {
		return this.preEvents.ask(message, this.events.messageAdd(conversation, message));
	}

	/** Sends the events of one change. */
	public void send(List<Event> events) {
		this.deliveries.send(events);
	}

	public void send(Event event) {
		send(List.of(event));
	}

}
