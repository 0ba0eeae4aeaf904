package io.frontlineservice.callback;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import io.frontlineservice.conversation.ConversationEvents;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
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

	private final ConversationEvents events;

	ConversationsCallbackController(ConversationEvents events) {
		this.events = events;
	}

	@PostMapping(params = "EventType=onConversationAdded")
	ConversationAnswer onConversationAdded(@CallbackForm ConversationForm form) {
		this.events.changed(form.sid());
		return ConversationAnswer.UNCHANGED;
	}

	@PostMapping(params = "EventType=onParticipantAdded")
	ConversationAnswer onParticipantAdded(@CallbackForm ConversationForm form) {
		this.events.changed(form.sid());
		return ConversationAnswer.UNCHANGED;
	}

	@PostMapping(params = "EventType=onParticipantRemoved")
	ConversationAnswer onParticipantRemoved(@CallbackForm ConversationForm form) {
		this.events.changed(form.sid());
		return ConversationAnswer.UNCHANGED;
	}

	@PostMapping(params = "EventType=onConversationStateUpdated")
	ConversationAnswer onConversationStateUpdated(@CallbackForm ConversationStateForm form) {
		if (form.isClosed()) {
			this.events.closed(form.sid());
		}
		else {
			this.events.changed(form.sid());
		}
		return ConversationAnswer.UNCHANGED;
	}

	@PostMapping(params = "EventType=onConversationRemoved")
	ConversationAnswer onConversationRemoved(@CallbackForm ConversationForm form) {
		this.events.closed(form.sid());
		return ConversationAnswer.UNCHANGED;
	}

	/** What is ticked in the console and does not concern us is no mistake. */
	@PostMapping
	ConversationAnswer otherEvent() {
		return ConversationAnswer.UNCHANGED;
	}

	@RequestMapping(method = { GET, HEAD, PUT, PATCH, DELETE, OPTIONS })
	ResponseEntity<ProblemDetail> notPost() {
		return Answers.onlyPost("Conversations webhook");
	}

}
