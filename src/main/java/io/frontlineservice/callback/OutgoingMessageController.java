package io.frontlineservice.callback;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.outgoing.OutgoingMessages;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Conversations webhook for a message that Twilio is about to publish. Called by
 * Twilio Conversations, behind the signature filter, while the worker's message waits.
 * <p>
 * Twilio rejects the message if the answer is an error. So a refusal of a rule is the
 * only error that a signed request is answered with: everything else is published, and so
 * are the messages of customers and of other programs.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 */
@RestController
@RequestMapping("/callbacks/conversations")
final class OutgoingMessageController {

	private static final Logger logger = LoggerFactory.getLogger(OutgoingMessageController.class);

	/** Twilio publishes the message unchanged. */
	private static final ResponseEntity<Object> UNCHANGED = ResponseEntity.ok(Map.of());

	private final OutgoingMessages messages;

	OutgoingMessageController(OutgoingMessages messages) {
		this.messages = messages;
	}

	@PostMapping(params = "EventType=onMessageAdd")
	ResponseEntity<Object> onMessageAdd(@CallbackForm NewMessageForm form) {
		OutgoingMessage message = form.ofWorker();
		return (message == null) ? UNCHANGED
				: this.messages.refusal(message).map(OutgoingMessageController::rejection).orElse(UNCHANGED);
	}

	private static ResponseEntity<Object> rejection(String reason) {
		return ResponseEntity.status(HttpStatus.FORBIDDEN)
			.body(ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, reason));
	}

	@ExceptionHandler
	ResponseEntity<Object> publish(Exception ex) {
		logger.warn("A message was sent without the check of any rule: {}", ex.getClass().getName());
		return UNCHANGED;
	}

	/**
	 * The form of {@code onMessageAdd}. No parameter is required, and it is not refused
	 * if it can be read in more than one way: it changes nothing here, and the text of a
	 * message may contain anything.
	 *
	 * @param conversationSid the SID of the conversation
	 * @param body the text; missing if the message has only media
	 * @param clientIdentity the identity of the app user who sends the message; missing
	 * if a customer or a program sends it
	 */
	record NewMessageForm(@BindParam("ConversationSid") @Nullable String conversationSid,
			@BindParam("Body") @Nullable String body,
			@BindParam("ClientIdentity") @Nullable String clientIdentity) implements UncheckedForm {

		/** Returns the message if a worker sends it; otherwise null. */
		@Nullable OutgoingMessage ofWorker() {
			if (this.conversationSid == null || this.clientIdentity == null || this.clientIdentity.isBlank()) {
				return null;
			}
			return new OutgoingMessage(new ConversationSid(this.conversationSid),
					WorkerIdentity.of(this.clientIdentity), this.body);
		}

	}

}
