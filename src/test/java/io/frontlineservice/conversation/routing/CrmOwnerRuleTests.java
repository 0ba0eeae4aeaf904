package io.frontlineservice.conversation.routing;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Person;
import io.frontlineservice.conversation.routing.RuleResult.Choice;
import io.frontlineservice.customer.FakeCrm;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of several owners of a customer is added. */
class CrmOwnerRuleTests {

	private static final String LINA = "+14155550101";

	private static final String MAX = "+14155550102";

	private static final String OURS = "+15005550006";

	private final FakeConversations twilio = new FakeConversations();

	private final TestRoom room = TestRoom.with(this.twilio,
			new FakeCrm(at(customer("1", "Lina Berg", "ben@example.com", "ada@example.com", "*"), sms(LINA)),
					at(customer("2", "Max Frey", "John.Doe@contoso.com"), sms(MAX))),
			"frontline.senders.sms=" + OURS, "frontline.routing.default-worker=dmitri@example.com");

	@BeforeEach
	void signIn() {
		this.twilio.worker("ada@example.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("ben@example.com", WorkerStatus.UNAVAILABLE);
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void firstOwnerInAlphabeticalOrderIsAdded() {
		assertThat(this.twilio.workersOf(routed())).containsExactly("ada@example.com");
	}

	@Test
	void deactivatedOwnerIsSkipped() {
		this.twilio.worker("ada@example.com", WorkerStatus.DEACTIVATED);
		assertThat(this.twilio.workersOf(routed())).containsExactly("ben@example.com");
	}

	@Test
	void ownerWithTooManyConversationsIsSkipped() {
		this.twilio.full("ada@example.com");
		assertThat(this.twilio.workersOf(routed())).containsExactly("ben@example.com");
	}

	@Test
	void nextRuleDecidesIfNoOwnerCanBeAdded() {
		this.twilio.full("ada@example.com");
		this.twilio.full("ben@example.com");
		String sid = routed();
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.room.explanation(sid))
			.contains("crm-owner: the customer's owner, but the worker could not be added");
	}

	@Test
	void ownerOutsideTheDirectoryIsAddedWithTheSpellingOfTheCrm() {
		this.twilio.worker("John.Doe@contoso.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("john.doe@contoso.com", WorkerStatus.AVAILABLE);
		assertThat(this.twilio.workersOf(routed(MAX))).containsExactly("John.Doe@contoso.com");
	}

	@Test
	void ownerInLowerCaseIsFoundAlthoughTheCrmWritesCapitals() {
		this.twilio.worker("john.doe@contoso.com", WorkerStatus.AVAILABLE);
		assertThat(this.twilio.workersOf(routed(MAX))).containsExactly("john.doe@contoso.com");
	}

	@Test
	void ownerInCapitalsWithTooManyConversationsIsSkipped() {
		this.twilio.worker("John.Doe@contoso.com", WorkerStatus.AVAILABLE);
		this.twilio.full("John.Doe@contoso.com");
		String sid = routed(MAX);
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.room.explanation(sid))
			.contains("crm-owner: the customer's owner, but the worker could not be added");
	}

	@Test
	void eachSpellingOfTheOwnersOfSeveralCustomersIsTried() {
		this.twilio.worker("ANNA", WorkerStatus.AVAILABLE);
		RoutingContext context = new RoutingContext(sid("CH1"), Instant.now(),
				List.of(personOwnedBy("Anna"), personOwnedBy("ANNA")), List.of(), Set.of());
		assertThat(this.room.bean(CrmOwnerRule.class).evaluate(context)).isInstanceOfSatisfying(Choice.class,
				(choice) -> assertThat(choice.worker().written()).isEqualTo("ANNA"));
	}

	private static IdentifiedPerson personOwnedBy(String owner) {
		Person person = new Person(new Participant("MB1", null, null, LINA, OURS, null), sms(LINA));
		return new IdentifiedPerson(person, true, List.of(customer("1", "Lina Berg", owner)));
	}

	private String routed() {
		return routed(LINA);
	}

	private String routed(String customer) {
		String sid = this.twilio.inbound(customer, OURS);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		return sid;
	}

}
