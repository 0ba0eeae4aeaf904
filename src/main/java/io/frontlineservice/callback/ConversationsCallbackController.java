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
 * The Conversations webhook for events that have happened. Called by Twilio
 * Conversations, behind the signature filter. {@link NewConversationController} answers
 * the event before Twilio creates a conversation.
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

	/** Twilio ignores the answer to an event that has happened. */
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

	/** The attributes of a participant may name a customer now. */
	@PostMapping(params = "EventType=onParticipantUpdated")
	Map<String, String> onParticipantUpdated(@CallbackForm ConversationForm form) {
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

	/** An event that is selected in the console but not used here is not an error. */
	@PostMapping
	Map<String, String> otherEvent() {
		return NOTHING;
	}

	/**
	 * The form of {@code onConversationStateUpdated}.
	 *
	 * @param conversationSid the SID of the conversation
	 * @param stateTo the new state
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
