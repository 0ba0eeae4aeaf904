package io.frontlineservice.twilio.rest;

import com.twilio.rest.conversations.v1.ConversationReader;
import com.twilio.rest.conversations.v1.ConversationUpdater;
import com.twilio.rest.conversations.v1.User;
import com.twilio.rest.conversations.v1.UserUpdater;
import com.twilio.rest.conversations.v1.conversation.ParticipantCreator;
import com.twilio.rest.conversations.v1.conversation.ParticipantReader;
import com.twilio.rest.conversations.v1.conversation.ParticipantUpdater;
import io.frontlineservice.conversation.gateway.Addition;
import io.frontlineservice.conversation.gateway.ChatUser;
import io.frontlineservice.conversation.gateway.ContentMessage;
import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.Message;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls Twilio's Conversations and Frontline Users by Twilio's library. Called by package
 * {@code conversation} through its port. Thread-safe.
 */
final class TwilioConversations implements ConversationsGateway {

	private final MeteredCalls calls;

	private final Pages pages;

	private final TwilioMessages messages;

	private final Retries retries;

	/**
	 * Creates the gateway.
	 * @param retries the retries of a page of conversations
	 */
	TwilioConversations(MeteredCalls calls, Retries retries) {
		this.calls = calls;
		this.pages = new Pages(calls);
		this.messages = new TwilioMessages(calls, this.pages);
		this.retries = retries;
	}

	@Override
	public Conversation conversation(ConversationSid conversationSid) {
		String sid = Segment.of(conversationSid.value());
		return this.calls.make(Call.CONVERSATION, (client) -> TwilioMapper
			.conversation(com.twilio.rest.conversations.v1.Conversation.fetcher(sid).fetch(client)));
	}

	@Override
	public List<Participant> participants(ConversationSid conversationSid) {
		ParticipantReader reader = new ParticipantReader(Segment.of(conversationSid.value())).setPageSize(Pages.SIZE);
		List<Participant> participants = new ArrayList<>();
		this.pages.read(Call.PARTICIPANTS, Retries.NONE, reader, reader::firstPage, TwilioMapper::participant,
				(page) -> {
					participants.addAll(page);
					return true;
				});
		return participants;
	}

	@Override
	public void describe(ConversationSid conversationSid, @Nullable String friendlyName, @Nullable String attributes) {
		ConversationUpdater updater = new ConversationUpdater(Segment.of(conversationSid.value()));
		updater.setFriendlyName(friendlyName).setAttributes(attributes);
		this.calls.make(Call.DESCRIBE, updater::update);
	}

	@Override
	public void describeParticipant(ConversationSid conversationSid, String participantSid, String attributes) {
		ParticipantUpdater updater = new ParticipantUpdater(Segment.of(conversationSid.value()),
				Segment.of(participantSid));
		updater.setAttributes(attributes);
		this.calls.make(Call.DESCRIBE_PARTICIPANT, updater::update);
	}

	@Override
	public Addition addWorker(ConversationSid conversationSid, WorkerIdentity identity,
			@Nullable String projectedAddress) {
		ParticipantCreator creator = new ParticipantCreator(Segment.of(conversationSid.value()));
		creator.setIdentity(identity.written()).setMessagingBindingProjectedAddress(projectedAddress);
		return this.calls.make(Call.ADD_WORKER, (client) -> {
			try {
				creator.create(client);
				return Addition.ADDED;
			}
			catch (TwilioErrorException ex) {
				return switch (ex.kind()) {
					case ALREADY_THERE -> Addition.ALREADY_THERE;
					case WORKER_FULL -> Addition.WORKER_FULL;
					default -> throw ex;
				};
			}
		});
	}

	/** Twilio filters by the day and lists the newest first. */
	@Override
	public void conversationsSince(Instant start, Consumer<Conversation> consumer) {
		ConversationReader reader = new ConversationReader().setPageSize(Pages.SIZE)
			.setStartDate(start.truncatedTo(ChronoUnit.DAYS).toString());
		// Twilio's dates have no fractions of a second.
		Instant earliest = start.truncatedTo(ChronoUnit.SECONDS);
		this.pages.read(Call.CONVERSATIONS, this.retries, reader, reader::firstPage, TwilioMapper::conversation,
				(page) -> {
					page.stream().filter((it) -> !it.createdAt().isBefore(earliest)).forEach(consumer);
					return !isLast(page, earliest);
				});
	}

	/** Requires descending order, so that a changed order does not end the list. */
	private static boolean isLast(List<Conversation> page, Instant earliest) {
		if (page.isEmpty()) {
			return false;
		}
		Instant last = page.get(page.size() - 1).createdAt();
		return last.isBefore(earliest) && !page.get(0).createdAt().isBefore(last);
	}

	@Override
	public WorkerStatus statusOf(WorkerIdentity identity) {
		String sid = Segment.of(identity.written());
		return this.calls.make(Call.STATUS, (client) -> {
			try {
				return TwilioMapper.status(com.twilio.rest.frontlineapi.v1.User.fetcher(sid).fetch(client));
			}
			catch (TwilioErrorException ex) {
				if (ex.kind() == ErrorKind.GONE) {
					return WorkerStatus.UNKNOWN;
				}
				throw ex.forIdentity(Segment.mayBeRejectedByProxy(sid));
			}
		});
	}

	@Override
	public @Nullable ChatUser user(WorkerIdentity identity) {
		String sid = Segment.of(identity.written());
		Optional<ChatUser> user = this.calls.make(Call.USER, (client) -> {
			try {
				return Optional.of(TwilioMapper.user(User.fetcher(sid).fetch(client)));
			}
			catch (TwilioErrorException ex) {
				if (ex.kind() == ErrorKind.GONE) {
					return Optional.empty();
				}
				throw ex;
			}
		});
		return user.orElse(null);
	}

	@Override
	public void describeUser(WorkerIdentity identity, @Nullable String friendlyName, @Nullable String attributes) {
		UserUpdater updater = new UserUpdater(Segment.of(identity.written()));
		updater.setFriendlyName(friendlyName).setAttributes(attributes);
		this.calls.make(Call.DESCRIBE_USER, (client) -> {
			try {
				return updater.update(client);
			}
			catch (TwilioErrorException ex) {
				throw (ex.kind() == ErrorKind.GONE) ? ex.kind(ErrorKind.PERMANENT) : ex;
			}
		});
	}

	@Override
	public Message message(ConversationSid conversationSid, String messageSid) {
		return this.messages.message(conversationSid, messageSid);
	}

	@Override
	public List<Message> latestMessages(ConversationSid conversationSid, int limit) {
		return this.messages.latest(conversationSid, limit);
	}

	@Override
	public String sendContent(ConversationSid conversationSid, ContentMessage message) {
		return this.messages.send(conversationSid, message);
	}

}
