package io.frontlineservice.conversation;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.participant.KnownIdentities;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.ParticipantListener;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.LastWorkers;
import io.frontlineservice.conversation.people.Members;
import io.frontlineservice.conversation.people.Person;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.conversation.people.StoredGrants;
import io.frontlineservice.conversation.people.StoredGrants.Grant;
import io.frontlineservice.conversation.routing.RoutingSettings;
import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the results of a settlement for the next one: the routing request, the grants and
 * the last worker of each person. Called by {@link SettleConversationJob}. Thread-safe.
 */
@Component
class ConversationMemory {

	/**
	 * The same for every settlement, so that those with the same people do not deadlock.
	 */
	private static final Comparator<IdentifiedPerson> LOCK_ORDER = Comparator
		.comparing((IdentifiedPerson it) -> String.valueOf(it.keys().addressKey()))
		.thenComparing((it) -> String.valueOf(it.keys().customerKey()))
		.thenComparing((it) -> it.person().participant().sid());

	private final ConversationStore conversations;

	private final StoredGrants grants;

	private final LastWorkers lastWorkers;

	private final KnownParticipants participants;

	private final KnownIdentities identities;

	private final List<ParticipantListener> listeners;

	private final WorkerDirectory directory;

	private final RoutingSettings routing;

	private final TransactionTemplate transaction;

	ConversationMemory(ConversationStore conversations, StoredGrants grants, LastWorkers lastWorkers,
			KnownParticipants participants, KnownIdentities identities, List<ParticipantListener> listeners,
			WorkerDirectory directory, RoutingSettings routing, @WorkStore TransactionTemplate transaction) {
		this.conversations = conversations;
		this.grants = grants;
		this.lastWorkers = lastWorkers;
		this.participants = participants;
		this.identities = identities;
		this.listeners = List.copyOf(listeners);
		this.directory = directory;
		this.routing = routing;
		this.transaction = transaction;
	}

	/** Returns what is remembered of the conversation, which is stored if it is new. */
	ConversationSnapshot recall(ConversationSid sid) {
		return this.conversations.find(sid).orElseGet(() -> {
			this.conversations.add(sid);
			return ConversationSnapshot.NEW;
		});
	}

	/**
	 * Returns the routing request that this run has to answer or to complete; null
	 * without such a request.
	 */
	@Nullable RoutingRequest pendingRequest(ConversationSnapshot before, Members members) {
		RoutingRequest request = before.routing();
		if (request == null || !this.routing.enabled()) {
			return null;
		}
		boolean wanted = members.needsWorker() ? !isUnfounded(request, members)
				: !request.inferred() && !members.workers().isEmpty();
		return wanted ? request : null;
	}

	/** A request is inferred only for a conversation with one of our numbers. */
	private static boolean isUnfounded(RoutingRequest request, Members members) {
		return request.inferred() && members.ourNumbers().isEmpty();
	}

	/**
	 * Stores the results of a settlement, unless the conversation has ended since.
	 * @param readAt when the participants were read
	 */
	void conclude(ConversationSid sid, ConversationSnapshot before, Members members, List<IdentifiedPerson> people,
			Instant readAt) {
		@Nullable WorkerIdentity last = members.lastWorker();
		this.transaction.executeWithoutResult((status) -> {
			@Nullable WorkerIdentity earlier = this.conversations.find(sid).map(ConversationSnapshot::worker).orElse(null);
			if (!this.conversations.markSettled(sid, before, last)) {
				return;
			}
			this.grants.set(sid, grants(sid, members, people));
			this.participants.retain(sid, people.stream().map((it) -> it.person().participant().sid()).toList(),
					readAt);
			people.stream().sorted(LOCK_ORDER).forEach((person) -> identify(sid, person));
			note(sid, people.stream().map(IdentifiedPerson::keys).toList(), earlier, last);
		});
	}

	private void identify(ConversationSid sid, IdentifiedPerson identified) {
		Person person = identified.person();
		Participant participant = person.participant();
		this.participants.identify(sid, participant.sid(), identified.keys(), participant.channel(),
				InboundAddresses.read(participant.proxyAddress()).stream().findFirst().orElse(null));
		@Nullable Address idOfChannel = person.idOfChannel();
		if (idOfChannel != null) {
			identified.customer().ifPresent((customer) -> this.identities.learn(idOfChannel, customer.id()));
		}
		if (identified.crmAnswered()) {
			this.listeners.forEach((listener) -> listener.identified(sid, participant.sid(), person.address(),
					identified.customer().orElse(null)));
		}
	}

	private void note(ConversationSid sid, List<PersonKeys> people, @Nullable WorkerIdentity earlier,
			@Nullable WorkerIdentity worker) {
		if (worker != null && worker.equals(earlier)) {
			this.lastWorkers.recordStay(sid, people, worker);
		}
		else if (worker != null) {
			this.lastWorkers.recordJoin(sid, people, worker);
		}
	}

	/** While the CRM does not answer, present workers keep their earlier grants. */
	private Set<Grant> grants(ConversationSid sid, Members members, List<IdentifiedPerson> people) {
		Set<WorkerIdentity> workers = members.workers()
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

	/** Stores that the conversation has ended, and with it the grants that it gave. */
	void close(ConversationSid sid, ConversationSnapshot before) {
		this.transaction.executeWithoutResult((status) -> {
			this.conversations.markSettledAsClosed(sid, before);
			this.grants.end(sid);
			this.lastWorkers.recordEnd(sid);
		});
	}

}
