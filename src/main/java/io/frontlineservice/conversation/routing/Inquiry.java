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
 * @param ours the numbers of ours that they wrote to
 * @param unable workers who could not be added
 */
record Inquiry(ConversationSid conversationSid, Instant askedAt, List<IdentifiedPerson> people, List<Address> ours,
		Set<WorkerIdentity> unable) {

	Inquiry {
		people = List.copyOf(people);
		ours = List.copyOf(ours);
		unable = Set.copyOf(unable);
	}

	/** Whether the CRM could not be asked about somebody. */
	boolean crmIsSilent() {
		return this.people.stream().anyMatch((person) -> !person.crmAnswered());
	}

	/** The customers that the people are taken for. */
	List<CrmCustomer> customers() {
		return this.people.stream().flatMap((person) -> person.customer().stream()).toList();
	}

}
