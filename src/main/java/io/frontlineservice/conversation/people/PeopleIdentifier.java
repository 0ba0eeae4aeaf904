package io.frontlineservice.conversation.people;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks up the people of a conversation in the CRM. Called for each settlement.
 * Thread-safe.
 */
@Component
public class PeopleIdentifier {

	/** A slow look-up of one person leaves time for the next. */
	private static final Duration BUDGET_PER_PERSON = Duration.ofSeconds(4);

	/** For all people. No callback waits for this. */
	private static final Duration TOTAL_BUDGET = Duration.ofSeconds(20);

	private final CustomerMatcher matcher;

	private final CrmAdapter crm;

	PeopleIdentifier(CustomerMatcher matcher, CrmAdapter crm) {
		this.matcher = matcher;
		this.crm = crm;
	}

	/** Looks up all people. A result says whether the CRM answered in time. */
	public List<IdentifiedPerson> identify(Members members) {
		Deadline total = Deadline.in(TOTAL_BUDGET).inBackground();
		return members.people()
			.stream()
			.map((person) -> identify(person, members, total.within(BUDGET_PER_PERSON)))
			.toList();
	}

	private IdentifiedPerson identify(Person person, Members members, Deadline deadline) {
		Address address = person.address();
		if (address == null) {
			return new IdentifiedPerson(person, true, List.of());
		}
		try {
			List<CrmCustomer> matches = this.matcher.matches(address, person.linkedCustomerId(), members.ourNumbers(),
					deadline);
			return new IdentifiedPerson(person, true, withKnown(person.knownCustomerId(), address, matches, deadline));
		}
		catch (CrmUnavailableException ex) {
			return new IdentifiedPerson(person, false, List.of());
		}
	}

	/**
	 * Adds the customer with the id in the participant's attributes, because the CRM does
	 * not return all customers with a number that very many have.
	 */
	private List<CrmCustomer> withKnown(@Nullable CustomerId customerId, Address address, List<CrmCustomer> matches,
			Deadline deadline) {
		if (customerId == null || matches.size() < CrmAdapter.MOST_AT_ONE_ADDRESS
				|| matches.stream().anyMatch((match) -> match.id().equals(customerId))) {
			return matches;
		}
		Stream<CrmCustomer> known = this.crm.byId(customerId, deadline)
			.filter((customer) -> hasAddress(customer, address))
			.stream();
		return Stream.concat(known, matches.stream()).toList();
	}

	private static boolean hasAddress(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((channel) -> channel.toAddress().reachesSameAs(address));
	}

}
