package io.frontlineservice.callback;

import io.frontlineservice.conversation.ConversationEvents;
import io.frontlineservice.conversation.gateway.ConversationSid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The webhook of Twilio's Conversations for what has happened to a conversation. Called
 * by Twilio Conversations, behind the signature filter. {@link NewConversationController}
 * answers the one event that comes before anything has happened.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/conversations-webhooks">Frontline:
 * Conversations Webhooks</a>
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 */
@RestController
@RequestMapping("/callbacks/conversations")
final class ConversationsCallbackController {

	/** The answer to an event that has happened changes nothing. */
	private static final Map<String, String> NOTHING = Map.of();

	private final ConversationEvents events;

	ConversationsCallbackController(ConversationEvents events) {
		this.events = events;
	}

	@PostMapping(params = "EventType=onConversationAdded")
	Map<String, String> onConversationAdded(@CallbackForm ConversationForm form) {
		this.events.changed(form.sid());
		return NOTHING;
	}

	@PostMapping(params = "EventType=onParticipantAdded")
	Map<String, String> onParticipantAdded(@CallbackForm ConversationForm form) {
		this.events.changed(form.sid());
		return NOTHING;
	}

	@PostMapping(params = "EventType=onParticipantRemoved")
	Map<String, String> onParticipantRemoved(@CallbackForm ConversationForm form) {
		this.events.changed(form.sid());
		return NOTHING;
	}

	@PostMapping(params = "EventType=onConversationStateUpdated")
	Map<String, String> onConversationStateUpdated(@CallbackForm ConversationStateForm form) {
		if (form.isClosed()) {
			this.events.closed(form.sid());
		}
		else {
			this.events.changed(form.sid());
		}
		return NOTHING;
	}

	@PostMapping(params = "EventType=onConversationRemoved")
	Map<String, String> onConversationRemoved(@CallbackForm ConversationForm form) {
		this.events.closed(form.sid());
		return NOTHING;
	}

	/** What is ticked in the console and does not concern us is no mistake. */
	@PostMapping
	Map<String, String> otherEvent() {
		return NOTHING;
	}

	/**
	 * The form of {@code onConversationStateUpdated}.
	 *
	 * @param conversationSid the SID of the conversation
	 * @param stateTo the state it is in now
	 */
	record ConversationStateForm(@BindParam("ConversationSid") @RequiredConversationSid String conversationSid,
			@BindParam("StateTo") @Nullable String stateTo) {

		ConversationSid sid() {
			return new ConversationSid(this.conversationSid);
		}

		boolean isClosed() {
			return "closed".equalsIgnoreCase(this.stateTo);
		}

	}

}
