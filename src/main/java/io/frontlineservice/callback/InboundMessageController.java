package io.frontlineservice.callback;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.InboundMessage;
import io.frontlineservice.conversation.participant.InboundMessages;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The Conversations webhook for a message that was published. Only messages of customers
 * are used; they are stored before the answer. Called by Twilio Conversations, behind the
 * signature filter.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 */
@RestController
@RequestMapping("/callbacks/conversations")
final class InboundMessageController {

	private final InboundMessages messages;

	private final Clock clock;

	InboundMessageController(InboundMessages messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	@PostMapping(params = "EventType=onMessageAdded")
	Map<String, String> onMessageAdded(@CallbackForm AddedMessageForm form) {
		Instant now = this.clock.instant();
		form.fromPhone(now)
			.ifPresentOrElse(this.messages::received, () -> form.onChat(now).ifPresent(this.messages::receivedOnChat));
		return Map.of();
	}

	/**
	 * The form of {@code onMessageAdded}.
	 *
	 * @param conversationSid the SID of the conversation
	 * @param author the address of the customer, or the identity of the worker
	 * @param body the text; missing if the message has only media
	 * @param clientIdentity the identity of the app user who sent the message; missing if
	 * a customer or a program sent it
	 * @param dateCreated when Twilio received the message, in ISO 8601
	 * @param messageSid the SID of the message
	 * @param participantSid the SID of the author; missing if a program sent the message
	 * @param source {@code SDK} or {@code API}, or the channel of the customer
	 */
	record AddedMessageForm(@BindParam("ConversationSid") @RequiredConversationSid String conversationSid,
			@BindParam("Author") @Nullable String author, @BindParam("Body") @Nullable String body,
			@BindParam("ClientIdentity") @Nullable String clientIdentity,
			@BindParam("DateCreated") @Nullable String dateCreated,
			@BindParam("MessageSid") @Nullable @Pattern(regexp = "IM[0-9a-fA-F]{32}",
					message = "must be IM and 32 hexadecimal digits.") String messageSid,
			@BindParam("ParticipantSid") @Nullable @Pattern(regexp = "MB[0-9a-fA-F]{32}",
					message = "must be MB and 32 hexadecimal digits.") String participantSid,
			@BindParam("Source") @Nullable String source) {

		/** The sources of messages that an app or a program has sent. */
		private static final Set<String> APPS = Set.of("API", "SDK");

		/** Returns the message if a customer sent it from a recognizable address. */
		Optional<InboundMessage> fromPhone(Instant now) {
			List<Address> addresses = isFromApp() ? List.of() : InboundAddresses.read(this.author);
			return addresses.isEmpty() ? Optional.empty()
					: message(addresses.get(0), InboundAddresses.channelName(String.valueOf(this.author)), now);
		}

		/** Returns the message if a worker, or a customer on chat, may have sent it. */
		Optional<InboundMessage> onChat(Instant now) {
			return StringUtils.hasText(this.author)
					? message(Address.ofIdentity(this.author), ChannelType.CHAT.wireName(), now) : Optional.empty();
		}

		private boolean isFromApp() {
			return StringUtils.hasText(this.clientIdentity) || APPS.contains(String.valueOf(this.source));
		}

		private Optional<InboundMessage> message(Address address, String channel, Instant now) {
			if (this.messageSid == null || this.participantSid == null) {
				return Optional.empty();
			}
			return Optional.of(new InboundMessage(new ConversationSid(this.conversationSid), this.participantSid,
					this.messageSid, address, channel, this.body, time(now)));
		}

		private Instant time(Instant now) {
			try {
				return (this.dateCreated != null) ? OffsetDateTime.parse(this.dateCreated).toInstant() : now;
			}
			catch (DateTimeParseException ex) {
				return now;
			}
		}

	}

}
