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
import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twilio's Conversations and Frontline Users, by Twilio's own library. Called by room
 * {@code conversation}, which knows it only as the port. Thread-safe.
 */
final class TwilioConversations implements ConversationsGateway {

	private static final Logger logger = LoggerFactory.getLogger(TwilioConversations.class);

	private final Calls calls;

	private final Pages pages;

	TwilioConversations(Calls calls) {
		this.calls = calls;
		this.pages = new Pages(calls);
	}

	@Override
	public Conversation conversation(String conversationSid) {
		String sid = Segment.of(conversationSid);
		return this.calls.make(Call.CONVERSATION, (client) -> Records
			.conversation(com.twilio.rest.conversations.v1.Conversation.fetcher(sid).fetch(client)));
	}

	@Override
	public List<Participant> participants(String conversationSid) {
		ParticipantReader reader = new ParticipantReader(Segment.of(conversationSid)).setPageSize(Pages.SIZE);
		List<Participant> participants = new ArrayList<>();
		if (!this.pages.read(Call.PARTICIPANTS, reader, reader::firstPage, Records::participant, participants::add)) {
			throw new TwilioUnavailableException("Twilio's list of participants has no end", null);
		}
		return participants;
	}

	@Override
	public void describe(String conversationSid, @Nullable String friendlyName, @Nullable String attributes) {
		ConversationUpdater updater = new ConversationUpdater(Segment.of(conversationSid));
		updater.setFriendlyName(friendlyName).setAttributes(attributes);
		this.calls.make(Call.DESCRIBE, updater::update);
	}

	@Override
	public void describeParticipant(String conversationSid, String participantSid, String attributes) {
		ParticipantUpdater updater = new ParticipantUpdater(Segment.of(conversationSid), Segment.of(participantSid));
		updater.setAttributes(attributes);
		this.calls.make(Call.DESCRIBE_PARTICIPANT, updater::update);
	}

	@Override
	public Addition addWorker(String conversationSid, String identity, @Nullable String projectedAddress) {
		ParticipantCreator creator = new ParticipantCreator(Segment.of(conversationSid));
		creator.setIdentity(identity).setMessagingBindingProjectedAddress(projectedAddress);
		return this.calls.make(Call.ADD_WORKER, (client) -> {
			try {
				creator.create(client);
				return Addition.ADDED;
			}
			catch (ErrorAnswerException ex) {
				return switch (ex.meaning()) {
					case ALREADY_THERE -> Addition.ALREADY_THERE;
					case WORKER_FULL -> Addition.WORKER_FULL;
					default -> throw ex;
				};
			}
		});
	}

	@Override
	public void conversationsSince(Instant start, Consumer<Conversation> consumer) {
		ConversationReader reader = new ConversationReader().setPageSize(Pages.SIZE)
			.setStartDate(start.truncatedTo(ChronoUnit.SECONDS).toString());
		if (!this.pages.read(Call.CONVERSATIONS, reader, reader::firstPage, Records::conversation, consumer)) {
			logger.warn("Twilio has more than {} pages of conversations; the rest was not looked at.", Pages.MOST);
		}
	}

	@Override
	public WorkerStatus statusOf(String identity) {
		String sid = Segment.of(identity);
		return this.calls.make(Call.STATUS, (client) -> {
			try {
				return Records.status(com.twilio.rest.frontlineapi.v1.User.fetcher(sid).fetch(client));
			}
			catch (ErrorAnswerException ex) {
				if (ex.meaning() == Meaning.GONE) {
					return WorkerStatus.UNKNOWN;
				}
				throw ex;
			}
		});
	}

	@Override
	public @Nullable ChatUser user(String identity) {
		String sid = Segment.of(identity);
		Optional<ChatUser> user = this.calls.make(Call.USER, (client) -> {
			try {
				return Optional.of(Records.user(User.fetcher(sid).fetch(client)));
			}
			catch (ErrorAnswerException ex) {
				if (ex.meaning() == Meaning.GONE) {
					return Optional.empty();
				}
				throw ex;
			}
		});
		return user.orElse(null);
	}

	@Override
	public void describeUser(String identity, @Nullable String friendlyName, @Nullable String attributes) {
		UserUpdater updater = new UserUpdater(Segment.of(identity));
		updater.setFriendlyName(friendlyName).setAttributes(attributes);
		this.calls.make(Call.DESCRIBE_USER, (client) -> {
			try {
				return updater.update(client);
			}
			catch (ErrorAnswerException ex) {
				throw (ex.meaning() == Meaning.GONE) ? ex.meaning(Meaning.NEVER) : ex;
			}
		});
	}

}
