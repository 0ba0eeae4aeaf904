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

	/** For each of them, so that no one takes the time of the next. */
	private static final Duration BUDGET = Duration.ofSeconds(4);

	/** For all of them; nobody waits for the answer but the job. */
	private static final Duration BUDGET_OF_ALL = Duration.ofSeconds(20);

	private final CustomerMatcher matcher;

	PeopleIdentifier(CustomerMatcher matcher) {
		this.matcher = matcher;
	}

	public List<IdentifiedPerson> identify(Party party) {
		Deadline ofAll = Deadline.in(BUDGET_OF_ALL);
		return party.people().stream().map((person) -> identify(person, party, ofAll.within(BUDGET))).toList();
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
