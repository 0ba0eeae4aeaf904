package io.frontlineservice.conversation.people;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a conversation, and whom the CRM takes them for. Made by
 * {@link PeopleIdentifier}. Immutable.
 *
 * @param person the person
 * @param crmAnswered whether the CRM could be asked
 * @param matches the customers with the person's address, the likeliest first
 */
public record IdentifiedPerson(Person person, boolean crmAnswered, List<CrmCustomer> matches) {

	public IdentifiedPerson {
		matches = List.copyOf(matches);
	}

	/**
	 * The customer that Twilio has the person for, if the CRM says that this is so; where
	 * Twilio has none, the likeliest match.
	 */
	public Optional<CrmCustomer> customer() {
		CustomerId known = this.person.knownCustomerId();
		return this.matches.stream().filter((match) -> known == null || match.id().equals(known)).findFirst();
	}

	/** By what the person is known again, in whichever form their number comes then. */
	public PersonKeys keys() {
		@Nullable String number = (this.person.address() != null) ? this.person.address().comparableNumber() : null;
		return new PersonKeys(number, customer().map(CrmCustomer::id).orElse(null));
	}

}
