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
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.limit.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks up people in a slow CRM and among many customers with one number. */
class PeopleIdentifierTests {

	private static final String LINA = "+14155550101";

	private static final String MAX = "+14155550102";

	@Test
	void slowLookUpLeavesTimeForTheNextPerson() {
		try (TestRoom room = TestRoom.with(new FakeConversations(), new SlowForLina())) {
			List<IdentifiedPerson> people = room.bean(PeopleIdentifier.class)
				.identify(new Members(List.of(person(LINA), person(MAX)), List.of(), List.of(), null));
			assertThat(people).extracting(IdentifiedPerson::crmAnswered).containsExactly(false, true);
			assertThat(people.get(1).customer()).map(CrmCustomer::name).hasValue("Max Frey");
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "20, 20", "21, 21", "50, 50", "51, ", "no-such-id, " })
	void customerOfTheAttributesIsFoundAmongManyWithTheNumber(String known, String found) {
		CrmCustomer[] customers = IntStream.rangeClosed(1, 51)
			.mapToObj((it) -> at(customer(String.valueOf(it), "Customer " + it), sms((it <= 50) ? LINA : MAX)))
			.toArray(CrmCustomer[]::new);
		try (TestRoom room = TestRoom.with(new FakeConversations(), new FakeCrm(customers))) {
			IdentifiedPerson person = room.bean(PeopleIdentifier.class)
				.identify(new Members(List.of(person(LINA, known)), List.of(), List.of(), null))
				.get(0);
			assertThat(person.customer().map((it) -> it.id().value())).isEqualTo(Optional.ofNullable(found));
		}
	}

	@Test
	void customerOfTheAttributesIsNotLookedUpIfTheCrmReturnsAllMatches() {
		FakeCrm crm = new FakeCrm(at(customer("1", "Lina Berg"), sms(LINA)));
		try (TestRoom room = TestRoom.with(new FakeConversations(), crm)) {
			room.bean(PeopleIdentifier.class)
				.identify(new Members(List.of(person(LINA, "2")), List.of(), List.of(), null));
			assertThat(crm.calls()).isEqualTo(1);
		}
	}

	@Test
	void lookUpLeavesTheRateLimitsOfTheCrmToCallbacks() {
		List<Deadline> deadlines = new ArrayList<>();
		FakeCrm crm = new FakeCrm() {
			@Override
			public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
				deadlines.add(deadline);
				return List.of();
			}
		};
		try (TestRoom room = TestRoom.with(new FakeConversations(), crm)) {
			room.bean(PeopleIdentifier.class).identify(new Members(List.of(person(LINA)), List.of(), List.of(), null));
		}
		assertThat(deadlines).singleElement().matches(Deadline::isBackground);
	}

	private static Person person(String number) {
		return person(number, "{}", sms(number));
	}

	private static Person person(String number, String customerId) {
		return person(number, "{\"customer_id\":\"" + customerId + "\"}", sms(number));
	}

	private static Person person(String number, String attributes, Address address) {
		return new Person(new Participant("MB" + number, null, attributes, number, null, null), address);
	}

	/** Fails after the deadline, and never answers for Lina. */
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
