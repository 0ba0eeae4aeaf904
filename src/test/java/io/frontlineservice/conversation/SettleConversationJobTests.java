package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.Conversation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes names and attributes of conversations and customers. */
class SettleConversationJobTests extends SettleConversationFixture {

	@Test
	void knownCustomerIsDescribedAndRoutedToTheOwner() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.room.events().changed(sid(sid));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
		assertThat(JsonMapper.shared().readTree(this.twilio.attributesOf(sid, LINA)))
			.isEqualTo(JsonMapper.shared().readTree("{\"customer_id\":\"1\",\"display_name\":\"Lina Berg\"}"));
		// The identity as Twilio spells it, not as the CRM does.
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
		assertThat(granted(ADA, "1")).isTrue();
		assertThat(granted(BEN, "1")).isFalse();
	}

	@Test
	void unknownCustomerIsNamedByNumberAndRoutedToTheDefaultWorker() {
		String sid = this.twilio.inbound(STRANGER, OURS);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo(STRANGER);
		assertThat(this.twilio.attributesOf(sid, STRANGER)).isEqualTo("{}");
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	@Test
	void settledConversationIsNotWrittenAgain() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		int writes = this.twilio.writes().size();
		this.room.events().changed(sid(sid));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.writes()).hasSize(writes);
	}

	@Test
	void everyOrderAndRepetitionOfTheEventsEndsInTheSameState() {
		List<String> endings = new ArrayList<>();
		for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0),
				List.of(2, 0, 1), List.of(2, 1, 0), List.of(2), List.of(2, 2, 2), List.of(0, 0, 1, 1, 2, 2, 0, 1))) {
			String sid = this.twilio.inbound(LINA, OURS);
			List<Runnable> events = List.of(() -> this.room.events().changed(sid(sid)),
					() -> this.room.events().changed(sid(sid)), () -> this.room.events().routingAsked(sid(sid)));
			order.forEach((index) -> events.get(index).run());
			this.room.settle();
			endings.add(this.twilio.nameOf(sid) + this.twilio.attributesOf(sid, LINA) + this.twilio.workersOf(sid));
		}
		assertThat(endings).hasSize(9).containsOnly(endings.get(0));
	}

	@Test
	void attributesOfOtherProgramsStay() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, "{\"vip\":{\"since\":1e400},\"display_name\":\"Lina B.\"}", LINA, OURS, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.attributesOf(sid, LINA))
			.isEqualTo("{\"vip\":{\"since\":1E+400},\"display_name\":\"Lina B.\",\"customer_id\":\"1\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "[1,2]", "\"text\"", "{\"a\":1} trailing", "{\"a\":" })
	void attributesThatAreNotAnObjectStay(String attributes) {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, attributes, LINA, OURS, null);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.attributesOf(sid, LINA)).isEqualTo(attributes);
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
	}

	@Test
	void nameGivenByAPersonStays() {
		String sid = this.twilio.conversation(Instant.now(), State.ACTIVE, "Lina, about the shelves", "{}");
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina, about the shelves");
	}

	@ParameterizedTest
	@ValueSource(strings = { LINA, "whatsapp:" + LINA, " ", "" })
	void nameThatIsOnlyANumberIsReplaced(String name) {
		String sid = this.twilio.conversation(Instant.now(), State.ACTIVE, name, "{}");
		this.twilio.join(sid, null, "{}", "whatsapp:" + LINA, "whatsapp:" + OURS, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
	}

	@Test
	void personWhoWritesFromOneOfOurNumbersIsACustomer() {
		String sid = this.twilio.inbound(OTHER_OF_OURS, OURS);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo(OTHER_OF_OURS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

}
