package io.frontlineservice.twilio.rest;

import com.twilio.rest.conversations.v1.conversation.Message.OrderType;
import com.twilio.rest.conversations.v1.conversation.MessageCreator;
import com.twilio.rest.conversations.v1.conversation.MessageFetcher;
import com.twilio.rest.conversations.v1.conversation.MessageReader;
import io.frontlineservice.conversation.gateway.ContentMessage;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads and sends the messages of conversations by Twilio's library. Called by
 * {@link TwilioConversations}. Thread-safe.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-message-resource">Message
 * resource</a>
 */
final class TwilioMessages {

	private final MeteredCalls calls;

	private final Pages pages;

	TwilioMessages(MeteredCalls calls, Pages pages) {
		this.calls = calls;
		this.pages = pages;
	}

	Message message(ConversationSid conversationSid, String messageSid) {
		MessageFetcher fetcher = new MessageFetcher(Segment.of(conversationSid.value()), Segment.of(messageSid));
		return this.calls.make(Call.MESSAGE, (client) -> TwilioMapper.message(fetcher.fetch(client)));
	}

	/** Reads one page. */
	List<Message> latest(ConversationSid conversationSid, int limit) {
		MessageReader reader = new MessageReader(Segment.of(conversationSid.value())).setPageSize((long) limit)
			.setOrder(OrderType.DESC);
		List<Message> messages = new ArrayList<>();
		this.pages.read(Call.MESSAGES, Retries.NONE, reader, reader::firstPage, TwilioMapper::message, (page) -> {
			messages.addAll(page);
			return false;
		});
		return messages;
	}

	String send(ConversationSid conversationSid, ContentMessage message) {
		MessageCreator creator = new MessageCreator(Segment.of(conversationSid.value()));
		creator.setAuthor(message.author().written())
			.setAttributes(message.attributes())
			.setContentSid(message.contentSid())
			.setContentVariables(message.variables());
		return this.calls.make(Call.SEND_CONTENT, (client) -> Objects.requireNonNull(creator.create(client).getSid()));
	}

}
