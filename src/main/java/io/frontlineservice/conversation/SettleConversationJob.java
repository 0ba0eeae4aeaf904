package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Members;
import io.frontlineservice.conversation.people.PeopleIdentifier;
import io.frontlineservice.conversation.people.WorkerRecognition;
import io.frontlineservice.conversation.routing.Assignment;
import io.frontlineservice.work.Job;
import io.frontlineservice.work.RetryLaterException;
import io.frontlineservice.worker.SenderOwners;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The job that settles a conversation: it writes the names of the conversation and its
 * customers to Twilio, adds a worker if one is needed, and stores which workers may see
 * which customers. Requested by {@link ConversationEvents} for every event. Thread-safe.
 * <p>
 * It reads the present state from Twilio and ignores the content of events. So events may
 * come twice, late, in any order, or not at all.
 */
@Component
class SettleConversationJob implements Job {

	private final ConversationsGateway gateway;

	private final SenderOwners numbers;

	private final PeopleIdentifier identifier;

	private final ConversationDescriber describer;

	private final Assignment assignment;

	private final WorkerRecognition recognition;

	private final ConversationMemory memory;

	private final ConversationNotFound notFound;

	private final Clock clock;

	SettleConversationJob(ConversationsGateway gateway, SenderOwners numbers, WorkerRecognition recognition,
			PeopleIdentifier identifier, ConversationDescriber describer, Assignment assignment,
			ConversationMemory memory, ConversationNotFound notFound, Clock clock) {
		this.gateway = gateway;
		this.numbers = numbers;
		this.recognition = recognition;
		this.identifier = identifier;
		this.describer = describer;
		this.assignment = assignment;
		this.memory = memory;
		this.notFound = notFound;
		this.clock = clock;
	}

	@Override
	public String name() {
		return Settlement.JOB;
	}

	@Override
	public void run(String subject) {
		ConversationSid conversationSid = new ConversationSid(subject);
		// Read before anything else: later events belong to the next run.
		ConversationSnapshot before = this.memory.recall(conversationSid);
		@Nullable Conversation conversation = find(conversationSid);
		if (conversation == null) {
			this.notFound.handle(conversationSid, before);
			return;
		}
		this.notFound.clear(conversationSid);
		switch (conversation.state()) {
			case INITIALIZING -> throw new RetryLaterException("Twilio is still creating the conversation");
			case ACTIVE, INACTIVE -> settleOpen(conversation, before);
			case CLOSED -> this.memory.close(conversationSid, before);
		}
	}

	private @Nullable Conversation find(ConversationSid conversationSid) {
		try {
			return this.gateway.conversation(conversationSid);
		}
		catch (ConversationGoneException ex) {
			return null;
		}
	}

	/** A 404 from here on may concern a participant and not the conversation. */
	private void settleOpen(Conversation conversation, ConversationSnapshot before) {
		try {
			settle(conversation, before);
		}
		catch (ConversationGoneException ex) {
			throw new RetryLaterException(
					"A participant has left or the conversation has ended; its state has to be read again");
		}
	}

	/** A step that fails does not prevent the others. */
	private void settle(Conversation conversation, ConversationSnapshot before) {
		ConversationSid sid = conversation.sid();
		Instant readAt = this.clock.instant();
		Members members = Members.of(this.gateway.participants(sid), this.numbers, this.recognition::isWorker);
		requireParticipants(conversation, members);
		List<IdentifiedPerson> people = this.identifier.identify(members);
		BestEffort steps = new BestEffort();
		steps.run(() -> this.describer.describeParticipants(sid, people));
		steps.run(() -> this.describer.describe(conversation, people));
		Members staffed = members;
		RoutingRequest request = this.memory.pendingRequest(before, members);
		if (request != null) {
			staffed = steps.run(() -> members.with(this.assignment.assign(sid, request.askedAt(), members, people)),
					members);
		}
		Members last = staffed;
		steps.run(() -> this.memory.conclude(sid, before, last, people, readAt));
		steps.run(() -> requireCrmAnswers(people));
		steps.end();
	}

	/** Retries until the CRM has answered for each person. */
	private static void requireCrmAnswers(List<IdentifiedPerson> people) {
		if (people.stream().anyMatch((person) -> !person.crmAnswered())) {
			throw new RetryLaterException("The CRM did not say who the customer is");
		}
	}

	/** Twilio may send the event of a conversation before it adds the participants. */
	private void requireParticipants(Conversation conversation, Members members) {
		if (members.people().isEmpty() && members.workers().isEmpty()
				&& conversation.createdAt().plus(Settlement.GRACE).isAfter(this.clock.instant())) {
			throw new RetryLaterException("The conversation has no participants yet");
		}
	}

}
