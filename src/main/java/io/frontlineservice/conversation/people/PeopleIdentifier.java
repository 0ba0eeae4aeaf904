package io.frontlineservice.conversation.people;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.Deadline;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks the CRM who the people in a conversation are. Called when one is settled.
 * Thread-safe.
 */
@Component
public class PeopleIdentifier {

	/** For all of them; nobody waits for the answer but the job. */
	private static final Duration BUDGET = Duration.ofSeconds(4);

	private final CustomerMatcher matcher;

	PeopleIdentifier(CustomerMatcher matcher) {
		this.matcher = matcher;
	}

	public List<IdentifiedPerson> identify(Party party) {
		Deadline deadline = Deadline.in(BUDGET);
		return party.people().stream().map((person) -> identify(person, party, deadline)).toList();
	}

	private IdentifiedPerson identify(Person person, Party party, Deadline deadline) {
		if (person.address() == null) {
			return new IdentifiedPerson(person, true, List.of());
		}
		try {
			return new IdentifiedPerson(person, true, this.matcher.matches(person.address(), party.ours(), deadline));
		}
		catch (CrmUnavailableException ex) {
			return new IdentifiedPerson(person, false, List.of());
		}
	}

}
