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
 * The Conversations webhook for a conversation that Twilio is about to create. Called by
 * Twilio Conversations, behind the signature filter, while the customer's message waits.
 * <p>
 * It never answers a signed request with an error: Twilio would create no conversation,
 * and the message would be lost. That happens if the signature is wrong, because the
 * filter answers 403.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/conversations-webhooks">Frontline:
 * Conversations Webhooks</a>
 */
@RestController
@RequestMapping("/callbacks/conversations")
final class NewConversationController {

	private static final Logger logger = LoggerFactory.getLogger(NewConversationController.class);

	/**
	 * Twilio waits 5 seconds, and then creates the conversation without a name. The rest
	 * is a margin for the network and a busy process.
	 */
	private static final Duration BUDGET = Duration.ofMillis(3500);

	private final ConversationNaming naming;

	NewConversationController(ConversationNaming naming) {
		this.naming = naming;
	}

	/**
	 * Answers with the name and the picture of a new conversation.
	 * @param addresses the customer's address; in a group MMS the other members and our
	 * number, in one value or several. Missing if a worker starts the conversation
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
	 * The form of {@code onConversationAdd}, without {@code MessagingBinding.Address},
	 * which may be repeated. No parameter is required: Twilio must create the
	 * conversation in any case.
	 *
	 * @param authorAddress the address of the author in a group MMS; missing in other
	 * conversations
	 * @param proxyAddress our number that the customer writes to
	 * @param friendlyName the name that Twilio intends
	 * @param attributes the attributes that Twilio intends
	 */
	record NewConversationForm(@BindParam("MessagingBinding.AuthorAddress") @Nullable String authorAddress,
			@BindParam("MessagingBinding.ProxyAddress") @Nullable String proxyAddress,
			@BindParam("FriendlyName") @Nullable String friendlyName,
			@BindParam("Attributes") @Nullable String attributes) {

	}

	/**
	 * The changes that Twilio makes to the new conversation.
	 *
	 * @param friendlyName the name; absent to keep the current one
	 * @param attributes all attributes, as the text of a JSON object; absent to keep the
	 * current ones
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ConversationAnswer(@Nullable String friendlyName, @Nullable String attributes) {

		/** Changes nothing. */
		static final ConversationAnswer UNCHANGED = new ConversationAnswer(null, null);

		static ConversationAnswer of(ConversationUpdate update) {
			return new ConversationAnswer(update.friendlyName(), update.attributes());
		}

	}

}
