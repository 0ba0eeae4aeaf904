package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.util.Optional;

/**
 * The Message resource, as far as the service and tests use it. Called by
 * {@link RestApi}. Thread-safe.
 */
final class MessageCalls {

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Resources resources;

	MessageCalls(PretendWorld world, Webhooks webhooks, Resources resources) {
		this.world = world;
		this.webhooks = webhooks;
		this.resources = resources;
	}

	Reply list(Request request, String sid) {
		Conversation conversation = this.world.conversations().get(sid);
		return ResourcePage.of(request, "messages", conversation.messages(),
				(it) -> this.resources.of(conversation, it));
	}

	Reply create(Request request, String sid) {
		String author = Optional.ofNullable(request.form().get("Author")).orElse("system");
		Conversation conversation = this.world.conversations()
			.addMessage(this.world.conversations().get(sid).sid(), author, request.form().require("Body"));
		if (request.firesWebhooks()) {
			this.webhooks.send(this.webhooks.events().messageAdded(conversation, "API"));
		}
		Message message = conversation.messages().get(conversation.messages().size() - 1);
		return Reply.created(this.resources.of(conversation, message));
	}

}
