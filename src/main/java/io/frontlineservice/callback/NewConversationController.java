package io.frontlineservice.callback;

import io.frontlineservice.conversation.ConversationNaming;
import io.frontlineservice.customer.Deadline;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The webhook of Twilio's Conversations for a conversation that is about to be made.
 * Called by Twilio Conversations, behind the signature filter, while the customer's
 * message waits.
 * <p>
 * It knows no errors: Twilio takes one for a refusal, makes no conversation, and the
 * message is lost.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/conversations-webhooks">Frontline:
 * Conversations Webhooks</a>
 */
@RestController
@RequestMapping("/callbacks/conversations")
final class NewConversationController {

	private static final Logger logger = LoggerFactory.getLogger(NewConversationController.class);

	/**
	 * Twilio waits 5 seconds, and then makes the conversation without a name. What is
	 * left of them is for the way, and for a process that is busy.
	 */
	private static final Duration LONGEST = Duration.ofMillis(3500);

	private final ConversationNaming naming;

	private final CallbackSettings settings;

	NewConversationController(ConversationNaming naming, CallbackSettings settings) {
		this.naming = naming;
		this.settings = settings;
	}

	@PostMapping(params = "EventType=onConversationAdd")
	ConversationAnswer onConversationAdd(@CallbackForm NewConversationForm form) {
		if (form.address() == null || form.address().isBlank()) {
			return ConversationAnswer.UNCHANGED;
		}
		return ConversationAnswer.of(this.naming.name(form.address(), form.proxyAddress(), form.attributes(),
				Deadline.in(LONGEST).within(this.settings.budget())));
	}

	@ExceptionHandler
	ConversationAnswer leaveUnchanged(Exception ex) {
		logger.warn("A new conversation was left without a name for now: {}", ex.getClass().getName());
		return ConversationAnswer.UNCHANGED;
	}

}
