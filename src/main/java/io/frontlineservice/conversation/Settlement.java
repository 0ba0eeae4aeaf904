package io.frontlineservice.conversation;

import io.frontlineservice.conversation.ConversationRecords.RoutingWish;
import io.frontlineservice.conversation.StoredGrants.Grant;
import io.frontlineservice.work.Job;
import io.frontlineservice.work.RetryLaterException;
import io.frontlineservice.worker.OurNumbers;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job that makes a conversation as it should be: named, the customers in it
 * introduced, somebody there to answer, and that worker allowed to see the customers.
 * Requested by {@link ConversationEvents} for whatever happens, and by
 * {@link Reconciliation}.
 * <p>
 * It goes by what Twilio has now and by nothing that an event said. So it makes no
 * difference how often events come, in which order, or whether some never do.
 */
@Component
class Settlement implements Job {

	static final String NAME = "settle-conversation";

	private final ConversationsGateway gateway;

	private final OurNumbers numbers;

	private final PeopleIdentifier identifier;

	private final Introductions introductions;

	private final Assignment assignment;

	private final ConversationRecords records;

	private final StoredGrants grants;

	private final LastTalks talks;

	private final WorkerDirectory directory;

	private final Staff staff;

	private final RoutingSettings routing;

	private final TransactionTemplate transaction;

	private final Clock clock = Clock.systemUTC();

	Settlement(ConversationsGateway gateway, OurNumbers numbers, PeopleIdentifier identifier,
			Introductions introductions, Assignment assignment, ConversationRecords records, StoredGrants grants,
			LastTalks talks, WorkerDirectory directory, Staff staff, RoutingSettings routing,
			TransactionTemplate transaction) {
		this.gateway = gateway;
		this.numbers = numbers;
		this.identifier = identifier;
		this.introductions = introductions;
		this.assignment = assignment;
		this.records = records;
		this.grants = grants;
		this.talks = talks;
		this.directory = directory;
		this.staff = staff;
		this.routing = routing;
		this.transaction = transaction;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void run(String conversationSid) {
		@Nullable Conversation conversation = find(conversationSid);
		if (conversation == null) {
			close(conversationSid);
			return;
		}
		switch (conversation.state()) {
			case INITIALIZING -> throw new RetryLaterException("Twilio is still making the conversation");
			case ACTIVE, INACTIVE -> settleAsItIs(conversation);
			case CLOSED -> close(conversationSid);
		}
	}

	private @Nullable Conversation find(String conversationSid) {
		try {
			return this.gateway.conversation(conversationSid);
		}
		catch (ConversationGoneException ex) {
			return null;
		}
	}

	/** What is gone by now may be somebody in the conversation, and not the whole. */
	private void settleAsItIs(Conversation conversation) {
		try {
			settle(conversation);
		}
		catch (ConversationGoneException ex) {
			throw new RetryLaterException("Somebody has left, or the conversation is over: it is to be looked at anew");
		}
	}

	/** What one step cannot do does not keep the others from being done. */
	private void settle(Conversation conversation) {
		String sid = conversation.sid();
		Party party = Party.of(this.gateway.participants(sid), this.numbers, this.staff::isWorker);
		expectSomebody(conversation, party);
		List<IdentifiedPerson> people = this.identifier.identify(party);
		Steps steps = new Steps();
		steps.take(() -> this.introductions.introduce(sid, people));
		steps.take(() -> this.introductions.name(conversation, people));
		Party staffed = party;
		RoutingWish wish = wish(sid, party);
		if (wish != null) {
			staffed = steps.take(() -> party.with(this.assignment.assign(sid, wish.askedAt(), party, people)), party);
		}
		Party last = staffed;
		steps.take(() -> conclude(sid, last, people));
		steps.take(() -> expectCrm(people));
		steps.end();
	}

	/**
	 * That a worker is wanted; null if none is. Where nobody has said so, there must be
	 * somebody who wrote to one of our numbers.
	 */
	private @Nullable RoutingWish wish(String sid, Party party) {
		return this.records.routingWish(sid)
			.filter((wish) -> this.routing.enabled() && party.needsWorker())
			.filter((wish) -> !wish.supposed() || !party.ours().isEmpty())
			.orElse(null);
	}

	private void conclude(String sid, Party party, List<IdentifiedPerson> people) {
		List<String> workers = party.workers();
		@Nullable String last = workers.isEmpty() ? null : workers.get(workers.size() - 1);
		this.transaction.executeWithoutResult((status) -> {
			this.grants.set(sid, grants(sid, party, people));
			if (last != null && !last.equals(this.records.workerOf(sid).orElse(null))) {
				this.talks.note(sid, people.stream().map(IdentifiedPerson::known).toList(), last);
			}
			this.records.settled(sid, !party.needsWorker(), last);
		});
	}

	/** While the CRM is silent, those who are still there may see whom they could see. */
	private Set<Grant> grants(String sid, Party party, List<IdentifiedPerson> people) {
		Set<String> workers = party.workers()
			.stream()
			.map((worker) -> this.directory.worker(worker).identity())
			.collect(Collectors.toSet());
		Set<Grant> grants = new HashSet<>();
		if (people.stream().anyMatch((person) -> !person.crmAnswered())) {
			this.grants.of(sid).stream().filter((grant) -> workers.contains(grant.worker())).forEach(grants::add);
		}
		people.stream()
			.flatMap((person) -> person.customer().stream())
			.forEach((customer) -> workers.forEach((worker) -> grants.add(new Grant(worker, customer.id()))));
		return grants;
	}

	/** Whom the CRM could not name is named once it can. */
	private static void expectCrm(List<IdentifiedPerson> people) {
		if (people.stream().anyMatch((person) -> !person.crmAnswered())) {
			throw new RetryLaterException("The CRM could not be asked who writes");
		}
	}

	/** Twilio may tell of a conversation before those are in it who began it. */
	private void expectSomebody(Conversation conversation, Party party) {
		if (party.people().isEmpty() && party.workers().isEmpty()
				&& conversation.createdAt().plus(Reconciliation.GRACE).isAfter(this.clock.instant())) {
			throw new RetryLaterException("Nobody is in the conversation yet");
		}
	}

	private void close(String sid) {
		this.transaction.executeWithoutResult((status) -> {
			this.grants.end(sid);
			this.records.closed(sid);
		});
	}

}
