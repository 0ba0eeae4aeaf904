package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names conversations before Twilio creates them, and after. */
@TestInstance(Lifecycle.PER_CLASS)
class ConversationNamingTests {

	private static final String LINA = "+14155550101";

	private static final String MAX = "+14155550102";

	private static final String OURS = "+15005550006";

	private final FakeConversations twilio = new FakeConversations();

	private final FakeCrm crm = new FakeCrm(at(customer("1", "Berg, Lina"), sms(LINA)),
			at(customer("2", "Max Frey"), sms(MAX)),
			at(customer("3", "\uD83D\uDC4B".repeat(200)), sms("+14155550103")));

	private final TestRoom room = TestRoom.with(this.twilio, this.crm, "frontline.senders.sms=" + OURS);

	@AfterAll
	void close() {
		this.room.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "+14155550101 | Berg, Lina", "whatsapp:+14155550101 | Berg, Lina",
			"whatsapp:+12025550143 | +12025550143", "72345 | 72345", "ACME Corp | ACME Corp",
			"+14155550102, +15005550006 | Max Frey",
			"+14155550102, +12025550143, +15005550006 | Max Frey, +12025550143", "+15005550006 | +15005550006" })
	void conversationIsNamedAfterTheCustomerOrTheNumber(String address, String name) {
		assertThat(name(address).friendlyName()).isEqualTo(name);
	}

	@Test
	void nameIsCutToTheLimitBetweenCharacters() {
		assertThat(name("+14155550103").friendlyName()).isEqualTo("\uD83D\uDC4B".repeat(128));
		assertThat(name("A".repeat(300)).friendlyName()).isEqualTo("A".repeat(256));
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", " null ", "{}", "", " " })
	void emptyAttributesAreReplaced(String attributes) {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, attributes, LINA, OURS, null);
		settle(sid);
		assertThat(this.twilio.attributesOf(sid, LINA))
			.isEqualTo("{\"customer_id\":\"1\",\"display_name\":\"Berg, Lina\"}");
	}

	@Test
	void groupWithAnUnansweredLookUpIsRenamedLater() {
		AtomicInteger calls = new AtomicInteger();
		this.crm.onAddress(() -> {
			if (calls.incrementAndGet() == 2) {
				throw new CrmUnavailableException("down", null);
			}
		});
		ConversationUpdate first = name(LINA + ", " + MAX + ", " + OURS);
		assertThat(first.friendlyName()).isEqualTo("Berg, Lina, " + MAX);
		String sid = this.twilio.conversation(Instant.now(), State.ACTIVE, first.friendlyName(), "{}");
		this.twilio.join(sid, null, "{}", LINA, null, null);
		this.twilio.join(sid, null, "{}", MAX, null, null);
		this.twilio.join(sid, null, "{}", null, null, OURS);
		settle(sid);
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Berg, Lina, Max Frey");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Berg, Lina", "Lina", "Max Frey", "Shelves, +14155550101", "Order 4711" })
	void nameGivenByAPersonStays(String given) {
		String sid = this.twilio.conversation(Instant.now(), State.ACTIVE, given, "{}");
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		settle(sid);
		assertThat(this.twilio.nameOf(sid)).isEqualTo(given);
	}

	private void settle(String sid) {
		this.room.events().changed(sid(sid));
		this.room.settle();
	}

	private ConversationUpdate name(String address) {
		return this.room.bean(ConversationNaming.class)
			.name(NewConversation.of(null, List.of(address), OURS, null, "{}"), Deadline.in(Duration.ofSeconds(4)));
	}

}
