package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.conversation.gateway.Message;
import io.frontlineservice.delivery.ContentRequest.State;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks in a conversation whether a message was sent already: as content, or as the text
 * that the content was to replace. Called by {@link SendContentJob}. Thread-safe.
 */
@Component
class SentMessageSearch {

	/** The attribute of a message that this service sent as content. */
	static final String MARK = "frontline_resend_of";

	/** How many messages of the conversation are searched. */
	private static final int SEARCHED = 100;

	/** How much the clocks of Twilio and of this machine may differ. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

	private final ConversationsGateway gateway;

	private final OfferedContents offered;

	SentMessageSearch(ConversationsGateway gateway, OfferedContents offered) {
		this.gateway = gateway;
		this.offered = offered;
	}

	/**
	 * Searches the conversation of a request. Calls Twilio, unless nothing can have been
	 * sent.
	 */
	EarlierMessages earlierMessages(ContentRequest request) {
		if (!request.replacesText() && request.state() == State.INTENDED) {
			return new EarlierMessages(Optional.empty(), Optional.empty());
		}
		List<Message> latest = this.gateway.latestMessages(request.conversationSid(), SEARCHED);
		return new EarlierMessages(content(request, latest),
				request.replacesText() ? text(request, latest) : Optional.empty());
	}

	private static Optional<String> content(ContentRequest request, List<Message> latest) {
		return latest.stream()
			.filter((message) -> mark(message).filter(request.mark()::equals).isPresent())
			.map(Message::sid)
			.findFirst();
	}

	private Optional<String> text(ContentRequest request, List<Message> latest) {
		Instant earliest = request.requestedAt().minus(CLOCK_TOLERANCE);
		return latest.stream()
			.filter((message) -> mark(message).isEmpty() && !message.createdAt().isBefore(earliest))
			.filter((message) -> isText(message, request))
			.map(Message::sid)
			.findFirst();
	}

	/** The hash of the text is the subject of the request. */
	private boolean isText(Message message, ContentRequest request) {
		return message.author() != null && message.body() != null
				&& this.offered.sent(request.conversationSid(), WorkerIdentity.of(message.author()), message.body())
					.equals(request.subject());
	}

	/** Returns the mark of a message that this service sent as content. */
	static Optional<String> mark(Message message) {
		return JsonAttributes.read(message.attributes())
			.flatMap((attributes) -> Optional.ofNullable(attributes.text(MARK)));
	}

	/**
	 * What was sent already.
	 *
	 * @param content the SID of the message that was sent as content
	 * @param text the SID of the text that Twilio published, because the answer that
	 * rejects it came too late or was lost
	 */
	record EarlierMessages(Optional<String> content, Optional<String> text) {
	}

}
