package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.withCard;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.OtherWriter.Write;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.FakeCrm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another program writes attributes while this service does. Both keep their values,
 * between whichever of our calls the other program writes.
 * <p>
 * One gap cannot be closed, because Twilio replaces attributes as a whole and has no
 * conditional write such as {@code If-Match}. A value that the other program writes after
 * our last read and before our write, which is the next call, is lost. In these tests
 * this is a value written when {@code describe} or {@code describeParticipant} has been
 * called but has not done anything yet. Such values are not asserted.
 */
class TwoWritersPropertyTests {

	/**
	 * More calls than a settlement makes; later writes come after the settlement.
	 */
	private static final int MOST_CALLS = 15;

	private static final String LINA = "+14155550101";

	private static final String MAX = "+14155550102";

	private static final String OURS = "+15005550006";

	private static final List<String> CARD = List.of("customer_id", "display_name", "avatar");

	private final FakeConversations twilio = new FakeConversations();

	private final FakeCrm crm = new FakeCrm(
			at(withCard(new Customer("1", "Lina Berg", null, null, null, "https://example.com/1.png"), null, List.of()),
					sms(LINA)),
			at(customer("2", "Max Frey"), sms(MAX)));

	private final TestRoom room = TestRoom.with(this.twilio, this.crm, "frontline.senders.sms=" + OURS,
			"frontline.routing.default-worker=ben@example.com");

	@AfterProperty
	void close() {
		this.room.close();
	}

	@Property(tries = 200, seed = "20261126")
	void bothWritersKeepTheirValuesWithOneCustomer(@ForAll("writes") List<Write> writes) {
		String sid = this.twilio.inbound(LINA, OURS);
		assertBothKeepTheirValues(sid, writes, Map.of(LINA, CARD, OtherWriter.CONVERSATION, List.of("avatar")));
	}

	@Property(tries = 200, seed = "20261127")
	void bothWritersKeepTheirValuesWithSeveralCustomers(@ForAll("writes") List<Write> writes) {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, null, "{}", MAX, OURS, null);
		assertBothKeepTheirValues(sid, writes,
				Map.of(LINA, CARD, MAX, CARD.subList(0, 2), OtherWriter.CONVERSATION, List.of()));
	}

	@Provide
	Arbitrary<List<Write>> writes() {
		Arbitrary<Integer> calls = Arbitraries.integers().between(0, MOST_CALLS);
		Arbitrary<String> places = Arbitraries.of(LINA, MAX, OtherWriter.CONVERSATION);
		Arbitrary<Write> ofItsOwn = Combinators
			.combine(calls, places, Arbitraries.of("vip", "note", "größe", ""),
					Arbitraries.of("1", "true", "null", "\"\"", "\"é\\u0000\"", "{\"a\":[1,null]}").optional())
			.as(Write::of);
		// Another customer_id would make the participant a customer that the CRM lacks.
		Arbitrary<Write> ofOurs = Combinators
			.combine(calls, places, Arbitraries.of(CARD.subList(1, 3)),
					Arbitraries.of("\"theirs\"", "7").map(Optional::of))
			.as(Write::of);
		return Arbitraries.oneOf(ofItsOwn, ofItsOwn, ofOurs).list().ofMaxSize(20);
	}

	/**
	 * Lets both programs write, and then this service once more.
	 * @param ourNames the names that we write, by place
	 */
	private void assertBothKeepTheirValues(String sid, List<Write> writes, Map<String, List<String>> ourNames) {
		OtherWriter other = new OtherWriter(this.twilio, sid,
				writes.stream().filter((write) -> ourNames.containsKey(write.place())).toList());
		this.twilio.onCall(other::beforeCall);
		this.crm.onAddress(() -> other.beforeCall("crm"));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		other.afterAllCalls();
		ourNames.forEach((place, names) -> {
			ObjectNode attributes = other.attributes(place);
			assertThat(names).allSatisfy((name) -> assertThat(attributes.path(name).asString("")).isNotBlank());
			other.kept(place).forEach((name, value) -> assertThat(attributes.optional(name)).as(name).isEqualTo(value));
		});
		int written = this.twilio.writes().size();
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.writes()).hasSize(written);
	}

}
