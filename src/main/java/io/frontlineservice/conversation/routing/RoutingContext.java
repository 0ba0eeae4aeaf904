package io.frontlineservice.conversation.routing;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the rules may know of a conversation that needs a worker. Made by
 * {@link Assignment}. Immutable.
 *
 * @param conversationSid the conversation's SID
 * @param askedAt since when a worker is wanted
 * @param people who writes
 * @param ourNumbers the numbers of ours that they wrote to
 * @param failedWorkers workers who could not be added
 */
record RoutingContext(ConversationSid conversationSid, Instant askedAt, List<IdentifiedPerson> people,
		List<Address> ourNumbers, Set<WorkerIdentity> failedWorkers) {

	RoutingContext {
		people = List.copyOf(people);
		ourNumbers = List.copyOf(ourNumbers);
		failedWorkers = Set.copyOf(failedWorkers);
	}

	/** Whether the CRM could not be asked about somebody. */
	boolean crmDidNotAnswer() {
		return this.people.stream().anyMatch((person) -> !person.crmAnswered());
	}

	/** The customers that the people are taken for. */
	List<CrmCustomer> customers() {
		return this.people.stream().flatMap((person) -> person.customer().stream()).toList();
	}

}
