package io.frontlineservice.conversation.people;

import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.Deadline;
import io.frontlineservice.customer.FakeCrm;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who the people are while the CRM takes its time. */
class PeopleIdentifierTests {

	private static final String LINA = "+14155550101";

	private static final String MAX = "+14155550102";

	@Test
	void whomTheCrmDoesNotFindInTimeTakesNoTimeFromTheNext() {
		try (TestRoom room = TestRoom.with(new FakeConversations(), new SlowForLina())) {
			List<IdentifiedPerson> people = room.bean(PeopleIdentifier.class)
				.identify(new Party(List.of(person(LINA), person(MAX)), List.of(), List.of(), null));
			assertThat(people).extracting(IdentifiedPerson::crmAnswered).containsExactly(false, true);
			assertThat(people.get(1).customer()).map(CrmCustomer::name).hasValue("Max Frey");
		}
	}

	private static Person person(String number) {
		return new Person(new Participant("MB" + number, null, "{}", number, null, null), sms(number));
	}

	/** Answers nobody after the deadline, and about Lina never. */
	private static final class SlowForLina extends FakeCrm {

		private final CountDownLatch answer = new CountDownLatch(1);

		SlowForLina() {
			super(at(customer("1", "Lina Berg"), sms(LINA)), at(customer("2", "Max Frey"), sms(MAX)));
		}

		@Override
		public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
			if (address.equals(sms(LINA))) {
				await(deadline);
			}
			if (deadline.hasPassed()) {
				throw new CrmUnavailableException("The CRM did not answer in time", null);
			}
			return super.byAddress(address, deadline);
		}

		private void await(Deadline deadline) {
			try {
				while (!deadline.hasPassed()) {
					this.answer.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
				}
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
