package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.account.Content;
import io.frontlineservice.sandbox.pretend.account.Contents;
import io.frontlineservice.sandbox.pretend.carrier.Carrier;
import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.MessageDraft;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The Message and Delivery Receipt resources, as far as the service and tests use them.
 * Called by {@link RestApi}. Thread-safe.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-message-resource">Twilio:
 * Conversation Message resource</a>
 */
final class MessageCalls {

	private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {
	};

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Contents contents;

	private final Carrier carrier;

	private final Resources resources;

	private final Executor threads;

	MessageCalls(PretendWorld world, Webhooks webhooks, Contents contents, Carrier carrier, Resources resources,
			Executor threads) {
		this.world = world;
		this.webhooks = webhooks;
		this.contents = contents;
		this.carrier = carrier;
		this.resources = resources;
		this.threads = threads;
	}

	/** Returns the messages, the oldest first unless the order is {@code desc}. */
	Reply list(Request request, String sid) {
		Conversation conversation = this.world.conversations().get(sid);
		List<Message> messages = new ArrayList<>(conversation.messages());
		if ("desc".equals(request.query().get("Order"))) {
			Collections.reverse(messages);
		}
		return ResourcePage.of(request, "messages", messages, (it) -> this.resources.of(conversation, it));
	}

	Reply fetch(String sid, String messageSid) {
		Conversation conversation = this.world.conversations().get(sid);
		return Reply.ok(this.resources.of(conversation, conversation.message(messageSid)));
	}

	Reply receipts(Request request, String sid, String messageSid) {
		Conversation conversation = this.world.conversations().get(sid);
		Message message = conversation.message(messageSid);
		return ResourcePage.of(request, "delivery_receipts", message.receipts(),
				(it) -> this.resources.of(conversation, message, it));
	}

	/**
	 * Publishes a message, and delivers it after the response. Pre-events are never
	 * posted for a message of the REST API, receipts always.
	 */
	Reply create(Request request, String sid) {
		Conversation published = this.carrier.publish(sid, draft(request.form()));
		if (request.firesWebhooks()) {
			this.webhooks.send(this.webhooks.events().messageAdded(published, "API"));
		}
		this.threads.execute(() -> this.carrier.deliver(published));
		return Reply.created(this.resources.of(published, published.lastMessage()));
	}

	/** A content replaces the body. */
	private MessageDraft draft(Form form) {
		String contentSid = form.get("ContentSid");
		return new MessageDraft(Objects.requireNonNullElse(form.get("Author"), "system"),
				(contentSid != null) ? text(contentSid, form.get("ContentVariables")) : form.require("Body"),
				Objects.requireNonNullElse(form.get("Attributes"), "{}"), contentSid);
	}

	private String text(String contentSid, @Nullable String variables) {
		Content content = this.contents.find(contentSid);
		if (content == null) {
			throw RestException.invalidContent();
		}
		try {
			return content.text((variables != null) ? Reply.JSON.readValue(variables, VARIABLES) : Map.of());
		}
		catch (JacksonException ex) {
			throw RestException.invalid("ContentVariables is not a JSON object of texts");
		}
	}

}
