package io.frontlineservice.callback;

import io.frontlineservice.conversation.ConversationEvents;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The custom routing callback: a customer has written, and the conversation needs a
 * worker. It is answered at once; the worker is added afterwards. Called by Twilio
 * Frontline, behind the signature filter.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/frontline/handle-incoming-conversations">Handle incoming
 * conversations</a>
 */
@RestController
@RequestMapping("/callbacks/routing")
final class RoutingCallbackController {

	private final ConversationEvents events;

	RoutingCallbackController(ConversationEvents events) {
		this.events = events;
	}

	// The callback has no Location: metrics use this name instead.
	@PostMapping(name = "route")
	Map<String, String> route(@CallbackForm ConversationForm form) {
		this.events.routingAsked(form.sid());
		return Map.of();
	}

}
