package io.frontlineservice.callback;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.delivery.DeliveryReceipt;
import io.frontlineservice.delivery.DeliveryReceipts;
import io.frontlineservice.delivery.DeliveryStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Conversations webhook for delivery receipts. Called by Twilio Conversations, behind
 * the signature filter, after a message was sent, delivered, read or has failed.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 * @see <a href="https://www.twilio.com/docs/conversations/delivery-receipts">Delivery
 * receipts</a>
 */
@RestController
@RequestMapping("/callbacks/conversations")
final class DeliveryReceiptController {

	private static final Map<String, String> NOTHING = Map.of();

	private final DeliveryReceipts receipts;

	DeliveryReceiptController(DeliveryReceipts receipts) {
		this.receipts = receipts;
	}

	/** A status that Twilio introduces later is not an error. */
	@PostMapping(params = "EventType=onDeliveryUpdated")
	Map<String, String> onDeliveryUpdated(@CallbackForm DeliveryReceiptForm form) {
		DeliveryStatus.named(form.status()).map(form::receipt).ifPresent(this.receipts::received);
		return NOTHING;
	}

	/**
	 * The form of {@code onDeliveryUpdated}.
	 *
	 * @param conversationSid the SID of the conversation
	 * @param messageSid the SID of the message
	 * @param participantSid the SID of the participant to whom it was sent
	 * @param status the status
	 * @param errorCode Twilio's error code; missing or 0 without an error
	 * @param dateCreated when the message was sent; ignored if it is not a date of ISO
	 * 8601
	 */
	record DeliveryReceiptForm(@BindParam("ConversationSid") @RequiredConversationSid String conversationSid,
			@BindParam("MessageSid") @NotBlank(message = "is missing from the form.") @Pattern(
					regexp = "\\s*|IM[0-9a-fA-F]{32}",
					message = "must be IM and 32 hexadecimal digits.") String messageSid,
			@BindParam("ParticipantSid") @NotBlank(message = "is missing from the form.") @Pattern(
					regexp = "\\s*|MB[0-9a-fA-F]{32}",
					message = "must be MB and 32 hexadecimal digits.") String participantSid,
			@BindParam("Status") @NotBlank(message = "is missing from the form.") String status,
			@BindParam("ErrorCode") @Pattern(regexp = "\\s*|[0-9]{1,6}",
					message = "must be a number of at most six digits.") @Nullable String errorCode,
			@BindParam("DateCreated") @Nullable String dateCreated) {

		DeliveryReceipt receipt(DeliveryStatus known) {
			return new DeliveryReceipt(new ConversationSid(this.conversationSid), this.messageSid, this.participantSid,
					known, (this.errorCode == null || this.errorCode.isBlank()) ? 0 : Integer.parseInt(this.errorCode),
					createdAt());
		}

		private @Nullable Instant createdAt() {
			try {
				return (this.dateCreated != null) ? OffsetDateTime.parse(this.dateCreated).toInstant() : null;
			}
			catch (DateTimeException ex) {
				return null;
			}
		}

	}

}
