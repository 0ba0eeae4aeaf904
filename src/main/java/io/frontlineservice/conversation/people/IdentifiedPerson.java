package io.frontlineservice.conversation.people;

import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * A person in a conversation and the customers that the CRM finds for them. Created by
 * {@link PeopleIdentifier}. Immutable.
 *
 * @param person the person
 * @param crmAnswered whether the CRM answered
 * @param matches the customers with the person's address, the most likely first
 */
public record IdentifiedPerson(Person person, boolean crmAnswered, List<CrmCustomer> matches) {

	public IdentifiedPerson {
		matches = List.copyOf(matches);
	}

	/**
	 * The match with the customer id in the participant's attributes; without such an id,
	 * the most likely match.
	 */
	public Optional<CrmCustomer> customer() {
		CustomerId known = this.person.knownCustomerId();
		return this.matches.stream().filter((match) -> known == null || match.id().equals(known)).findFirst();
	}

	/** The keys by which a later conversation with the person is found. */
	public PersonKeys keys() {
		return PersonKeys.of(this.person.address(), customer().map(CrmCustomer::id).orElse(null));
	}

}
