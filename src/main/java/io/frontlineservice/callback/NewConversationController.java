package io.frontlineservice.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontlineservice.conversation.ConversationNaming;
import io.frontlineservice.conversation.ConversationUpdate;
import io.frontlineservice.conversation.NewConversation;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

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
	private static final Duration BUDGET = Duration.ofMillis(3500);

	private final ConversationNaming naming;

	NewConversationController(ConversationNaming naming) {
		this.naming = naming;
	}

	/**
	 * Answers with the name and the picture of a new conversation.
	 * @param addresses where the customer writes from; in a group MMS the others in it
	 * and our number, in one value or several. Missing where a worker begins
	 */
	@PostMapping(params = "EventType=onConversationAdd")
	ConversationAnswer onConversationAdd(@CallbackForm NewConversationForm form,
			@RequestParam(name = "MessagingBinding.Address", required = false) @Nullable List<String> addresses,
			Deadline deadline) {
		if (addresses == null || addresses.stream().allMatch(String::isBlank)) {
			return ConversationAnswer.UNCHANGED;
		}
		NewConversation conversation = NewConversation.of(form.authorAddress(), addresses, form.proxyAddress(),
				form.friendlyName(), form.attributes());
		return ConversationAnswer.of(this.naming.name(conversation, deadline.within(BUDGET)));
	}

	@ExceptionHandler
	ConversationAnswer leaveUnchanged(Exception ex) {
		logger.warn("A new conversation was left without a name for now: {}", ex.getClass().getName());
		return ConversationAnswer.UNCHANGED;
	}

	/**
	 * The form of {@code onConversationAdd}, but for {@code MessagingBinding.Address},
	 * which may come several times. Nothing in it is required: whatever comes, the
	 * conversation must be made.
	 *
	 * @param authorAddress where the message of a group MMS was written; missing in all
	 * other conversations
	 * @param proxyAddress the number of ours that the customer writes to
	 * @param friendlyName the name that the conversation is to have
	 * @param attributes the attributes the conversation is to have
	 */
	record NewConversationForm(@BindParam("MessagingBinding.AuthorAddress") @Nullable String authorAddress,
			@BindParam("MessagingBinding.ProxyAddress") @Nullable String proxyAddress,
			@BindParam("FriendlyName") @Nullable String friendlyName,
			@BindParam("Attributes") @Nullable String attributes) {

	}

	/**
	 * The answer to an event of a conversation: what is to be changed about it. To
	 * post-events it means nothing.
	 *
	 * @param friendlyName the conversation's name; absent to leave it
	 * @param attributes all its attributes, as the text of a JSON object; absent to leave
	 * them
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ConversationAnswer(@Nullable String friendlyName, @Nullable String attributes) {

		/** Nothing is to be changed. */
		static final ConversationAnswer UNCHANGED = new ConversationAnswer(null, null);

		static ConversationAnswer of(ConversationUpdate update) {
			return new ConversationAnswer(update.friendlyName(), update.attributes());
		}

	}

}
