package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.Stage;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Message;
import java.util.List;
import java.util.Optional;

/**
 * The Message resource, as far as it is needed. Called by {@link RestApi}. Thread-safe.
 */
final class MessageCalls {

	private final Stage stage;

	MessageCalls(Stage stage) {
		this.stage = stage;
	}

	Reply list(Request request, String sid) {
		Conversation conversation = this.stage.conversations().get(sid);
		return ResourcePage.of(request, "messages", conversation.messages(),
				(it) -> this.stage.resources().of(conversation, it));
	}

	Reply create(Request request, String sid) {
		String author = Optional.ofNullable(request.form().get("Author")).orElse("system");
		Conversation conversation = this.stage.conversations()
			.addMessage(this.stage.conversations().get(sid).sid(), author, request.form().require("Body"));
		if (request.firesWebhooks()) {
			this.stage.deliveries().send(List.of(this.stage.events().messageAdded(conversation, "API")));
		}
		Message message = conversation.messages().get(conversation.messages().size() - 1);
		return Reply.created(this.stage.resources().of(conversation, message));
	}

}
