package io.frontlineservice.callback;

import static io.frontlineservice.callback.RequiredText.MAX_LENGTH;
import static io.frontlineservice.callback.RequiredText.TOO_LONG;

import io.frontlineservice.consent.optout.OptOutRules;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.template.Category;
import io.frontlineservice.template.TemplateService;
import io.frontlineservice.worker.Worker;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The templates callback: the messages that a worker can choose in the app. Called by
 * Twilio Frontline, behind the signature filter.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/templated-messages">Templated
 * Messages</a>
 */
@RestController
@RequestMapping("/callbacks/templates")
final class TemplatesCallbackController {

	private final TemplateService templates;

	private final OptOutRules optOuts;

	TemplatesCallbackController(TemplateService templates, OptOutRules optOuts) {
		this.templates = templates;
		this.optOuts = optOuts;
	}

	@PostMapping(params = "Location=GetTemplatesByCustomerId")
	List<Category> getTemplatesByCustomerId(@CallbackForm TemplatesForm form, Worker worker, Deadline deadline) {
		ConversationSid conversation = form.conversationWithUnknownPerson();
		return (conversation != null && this.optOuts.refusal(conversation, deadline).isPresent()) ? List.of()
				: this.templates.templates(worker, form.id(), deadline);
	}

	/**
	 * The form of {@code GetTemplatesByCustomerId}.
	 *
	 * @param worker the identity of the app user
	 * @param customerId the id of the customer; missing or empty if the conversation is
	 * with an unknown person
	 * @param conversationSid the SID of the conversation, if there is one; used for an
	 * unknown person
	 */
	record TemplatesForm(@BindParam("Worker") @RequiredText String worker,
			@BindParam("CustomerId") @Nullable @Size(max = MAX_LENGTH, message = TOO_LONG) String customerId,
			@BindParam("ConversationSid") @Nullable String conversationSid) implements WorkerForm {

		/** Returns the id of the customer; null if the person is unknown. */
		@Nullable CustomerId id() {
			return (this.customerId != null && !this.customerId.isBlank()) ? new CustomerId(this.customerId) : null;
		}

		@Nullable ConversationSid conversationWithUnknownPerson() {
			return (id() == null && this.conversationSid != null) ? new ConversationSid(this.conversationSid) : null;
		}

	}

}
