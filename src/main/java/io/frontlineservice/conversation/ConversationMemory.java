package io.frontlineservice.conversation;

import io.frontlineservice.conversation.ConversationStore.Remembered;
import io.frontlineservice.conversation.ConversationStore.RoutingWish;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.LastTalks.Known;
import io.frontlineservice.conversation.people.LastTalks;
import io.frontlineservice.conversation.people.Members;
import io.frontlineservice.conversation.people.StoredGrants.Grant;
import io.frontlineservice.conversation.people.StoredGrants;
import io.frontlineservice.conversation.routing.RoutingSettings;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is kept of a conversation from one settlement to the next: whether a worker is
 * wanted, who may see whom because of it, and who talked with whom. Kept and asked by
 * {@link SettleConversationJob}. Thread-safe.
 */
@Component
class ConversationMemory {

	private final ConversationStore conversations;

	private final StoredGrants grants;

	private final LastTalks talks;

	private final WorkerDirectory directory;

	private final RoutingSettings routing;

	private final TransactionTemplate transaction;

	ConversationMemory(ConversationStore conversations, StoredGrants grants, LastTalks talks, WorkerDirectory directory,
			RoutingSettings routing, TransactionTemplate transaction) {
		this.conversations = conversations;
		this.grants = grants;
		this.talks = talks;
		this.directory = directory;
		this.routing = routing;
		this.transaction = transaction;
	}

	/** What is remembered of a conversation when a run begins. */
	Remembered recall(String sid) {
		return this.conversations.recall(sid);
	}

	/** That a worker is wanted, or was and is there; null if none is. */
	@Nullable RoutingWish wish(Remembered before, Members members) {
		RoutingWish wish = before.wish();
		if (wish == null || !this.routing.enabled()) {
			return null;
		}
		boolean wanted = members.needsWorker() ? !isUnfounded(wish, members)
				: !wish.supposed() && !members.workers().isEmpty();
		return wanted ? wish : null;
	}

	/**
	 * Where nobody has said so, there must be somebody who wrote to one of our numbers.
	 */
	private static boolean isUnfounded(RoutingWish wish, Members members) {
		return wish.supposed() && members.ours().isEmpty();
	}

	/** Notes how a conversation has been settled, unless it has ended since. */
	void conclude(String sid, Remembered before, Members members, List<IdentifiedPerson> people) {
		@Nullable WorkerIdentity last = members.lastWorker();
		this.transaction.executeWithoutResult((status) -> {
			@Nullable WorkerIdentity earlier = this.conversations.workerOf(sid).orElse(null);
			if (!this.conversations.settled(sid, before, !members.workers().isEmpty(), last)) {
				return;
			}
			this.grants.set(sid, grants(sid, members, people));
			note(sid, people.stream().map(IdentifiedPerson::known).toList(), earlier, last);
		});
	}

	private void note(String sid, List<Known> people, @Nullable WorkerIdentity earlier,
			@Nullable WorkerIdentity worker) {
		if (worker != null && worker.equals(earlier)) {
			this.talks.goOn(sid, people, worker);
		}
		else if (worker != null) {
			this.talks.begun(sid, people, worker);
		}
	}

	/** While the CRM is silent, those who are still there may see whom they could see. */
	private Set<Grant> grants(String sid, Members members, List<IdentifiedPerson> people) {
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

	/** Notes that a conversation is over: nobody sees anybody because of it any more. */
	void close(String sid, Remembered before) {
		this.transaction.executeWithoutResult((status) -> {
			this.conversations.closed(sid, before);
			this.grants.end(sid);
			this.talks.ended(sid);
		});
	}

}
