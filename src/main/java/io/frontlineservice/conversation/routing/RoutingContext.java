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
 * What the rules know about a conversation that needs a worker. Created by
 * {@link CurrentDecisions}. Immutable.
 *
 * @param conversationSid the conversation's SID
 * @param askedAt since when a worker is needed
 * @param people the people in the conversation
 * @param ourNumbers our numbers that they write to
 * @param failedWorkers workers who could not be added
 */
record RoutingContext(ConversationSid conversationSid, Instant askedAt, List<IdentifiedPerson> people,
		List<Address> ourNumbers, Set<WorkerIdentity> failedWorkers) {

	RoutingContext {
		people = List.copyOf(people);
		ourNumbers = List.copyOf(ourNumbers);
		failedWorkers = Set.copyOf(failedWorkers);
	}

	/** Whether the CRM did not answer for at least one person. */
	boolean crmDidNotAnswer() {
		return this.people.stream().anyMatch((person) -> !person.crmAnswered());
	}

	/** Returns the customers that the CRM found for the people. */
	List<CrmCustomer> customers() {
		return this.people.stream().flatMap((person) -> person.customer().stream()).toList();
	}

}
