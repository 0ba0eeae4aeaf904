package io.frontlineservice.sandbox.pretend;

import java.util.List;
import java.util.Optional;

/**
 * The Message resource, as far as it is needed. Called by {@link RestApi}. Thread-safe.
 */
final class MessageCalls {

	private final Conversations conversations;

	private final Events events;

	private final Deliveries deliveries;

	private final Resources resources;

	MessageCalls(Conversations conversations, Events events, Deliveries deliveries, Resources resources) {
		this.conversations = conversations;
		this.events = events;
		this.deliveries = deliveries;
		this.resources = resources;
	}

	Reply list(Request request, String sid) {
		Conversation conversation = this.conversations.get(sid);
		return ResourcePage.of(request, "messages", conversation.messages(),
				(it) -> this.resources.of(conversation, it));
	}

	Reply create(Request request, String sid) {
		String author = Optional.ofNullable(request.form().get("Author")).orElse("system");
		Conversation conversation = this.conversations.say(this.conversations.get(sid).sid(), author,
				request.form().require("Body"));
		if (request.firesWebhooks()) {
			this.deliveries.send(List.of(this.events.messageAdded(conversation, "API")));
		}
		Message message = conversation.messages().get(conversation.messages().size() - 1);
		return Reply.created(this.resources.of(conversation, message));
	}

}
