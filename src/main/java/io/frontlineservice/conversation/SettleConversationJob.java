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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The job that makes a conversation as it should be: named, the customers in it
 * introduced, somebody there to answer, and that worker allowed to see the customers.
 * Requested by {@link ConversationEvents} for whatever happens, and by
 * {@link ReconciliationJob}.
 * <p>
 * It goes by what Twilio has now and by nothing that an event said. So it makes no
 * difference how often events come, in which order, or whether some never do.
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

	private final Clock clock = Clock.systemUTC();

	SettleConversationJob(ConversationsGateway gateway, SenderOwners numbers, WorkerRecognition recognition,
			PeopleIdentifier identifier, ConversationDescriber describer, Assignment assignment,
			ConversationMemory memory, ConversationNotFound notFound) {
		this.gateway = gateway;
		this.numbers = numbers;
		this.recognition = recognition;
		this.identifier = identifier;
		this.describer = describer;
		this.assignment = assignment;
		this.memory = memory;
		this.notFound = notFound;
	}

	@Override
	public String name() {
		return Settlement.JOB;
	}

	@Override
	public void run(String subject) {
		ConversationSid conversationSid = new ConversationSid(subject);
		// First of all: what happens from here on is for the next run.
		ConversationSnapshot before = this.memory.recall(conversationSid);
		@Nullable Conversation conversation = find(conversationSid);
		if (conversation == null) {
			this.notFound.handle(conversationSid, before);
			return;
		}
		this.notFound.clear(conversationSid);
		switch (conversation.state()) {
			case INITIALIZING -> throw new RetryLaterException("Twilio is still making the conversation");
			case ACTIVE, INACTIVE -> settleAsItIs(conversation, before);
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

	/** What is gone by now may be somebody in the conversation, and not the whole. */
	private void settleAsItIs(Conversation conversation, ConversationSnapshot before) {
		try {
			settle(conversation, before);
		}
		catch (ConversationGoneException ex) {
			throw new RetryLaterException("Somebody has left, or the conversation is over: it is to be looked at anew");
		}
	}

	/** What one step cannot do does not keep the others from being done. */
	private void settle(Conversation conversation, ConversationSnapshot before) {
		ConversationSid sid = conversation.sid();
		Members members = Members.of(this.gateway.participants(sid), this.numbers, this.recognition::isWorker);
		expectSomebody(conversation, members);
		List<IdentifiedPerson> people = this.identifier.identify(members);
		BestEffort steps = new BestEffort();
		steps.take(() -> this.describer.describeParticipants(sid, people));
		steps.take(() -> this.describer.describe(conversation, people));
		Members staffed = members;
		RoutingRequest request = this.memory.pendingRequest(before, members);
		if (request != null) {
			staffed = steps.take(() -> members.with(this.assignment.assign(sid, request.askedAt(), members, people)),
					members);
		}
		Members last = staffed;
		steps.take(() -> this.memory.conclude(sid, before, last, people));
		steps.take(() -> expectCrm(people));
		steps.end();
	}

	/** Whom the CRM could not name is named once it can. */
	private static void expectCrm(List<IdentifiedPerson> people) {
		if (people.stream().anyMatch((person) -> !person.crmAnswered())) {
			throw new RetryLaterException("The CRM could not be asked who writes");
		}
	}

	/** Twilio may tell of a conversation before those are in it who began it. */
	private void expectSomebody(Conversation conversation, Members members) {
		if (members.people().isEmpty() && members.workers().isEmpty()
				&& conversation.createdAt().plus(Settlement.GRACE).isAfter(this.clock.instant())) {
			throw new RetryLaterException("Nobody is in the conversation yet");
		}
	}

}
