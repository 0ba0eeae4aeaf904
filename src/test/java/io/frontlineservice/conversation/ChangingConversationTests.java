package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.conversation.people.StoredGrants.Grant;
import io.frontlineservice.customer.FakeCrm;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program or a supervisor changes a conversation while it is settled. */
class ChangingConversationTests {

	private static final String LINA = "+14155550101";

	private static final String MAX = "+14155550102";

	private static final String OURS = "+15005550006";

	private final FakeConversations twilio = new FakeConversations();

	private final FakeCrm crm = new FakeCrm(at(customer("1", "Lina Berg", "ada@example.com"), sms(LINA)),
			at(customer("2", "Max Frey"), sms(MAX)));

	private final TestRoom room = TestRoom.with(this.twilio, this.crm, "frontline.senders.sms=" + OURS,
			"frontline.routing.default-worker=ben@example.com");

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void participantWhoLeavesBeforeTheWriteDoesNotStopTheSettlement() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, "{}", MAX, OURS, null);
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		String max = this.twilio.participants(sid(sid)).get(0).sid();
		once("describeParticipant " + max, () -> this.twilio.leaveBySid(sid, max));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(json(this.twilio.attributesOf(sid, LINA)).path("customer_id").asString()).isEqualTo("1");
	}

	@Test
	void conversationClosedDuringTheSettlementIsNotChanged() {
		String sid = this.twilio.inbound(LINA, OURS);
		once("describe", () -> this.twilio.state(sid, State.CLOSED));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		assertThat(this.room.dead()).isEmpty();
	}

	/**
	 * Twilio's API has no conditional writes. A value that is written between our last
	 * read and our write is lost; this takes a moment, not the time a CRM takes.
	 */
	@Test
	void valuesWrittenWhileTheCrmAnswersStay() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, "{\"a\":1}", LINA, OURS, null);
		String lina = this.twilio.participants(sid(sid)).get(0).sid();
		AtomicBoolean written = new AtomicBoolean();
		this.crm.onAddress(() -> {
			if (written.compareAndSet(false, true)) {
				this.twilio.describeParticipant(sid(sid), lina, "{\"a\":1,\"b\":2}");
				this.twilio.describe(sid(sid), "Lina, about the shelves", "{\"ticket\":7}");
			}
		});
		this.room.events().changed(sid(sid));
		this.room.settle();
		JsonNode attributes = json(this.twilio.attributesOf(sid, LINA));
		assertThat(attributes.path("b").asInt()).isEqualTo(2);
		assertThat(attributes.path("customer_id").asString()).isEqualTo("1");
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina, about the shelves");
		assertThat(this.twilio.conversation(sid(sid)).attributes()).isEqualTo("{\"ticket\":7}");
	}

	@Test
	void valuesWrittenDuringTheWriteOfAnotherParticipantStay() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, null, "{}", MAX, OURS, null);
		String lina = this.twilio.participants(sid(sid)).get(0).sid();
		String max = this.twilio.participants(sid(sid)).get(1).sid();
		once("describeParticipant " + lina, () -> this.twilio.describeParticipant(sid(sid), max, "{\"b\":2}"));
		this.room.events().changed(sid(sid));
		this.room.settle();
		JsonNode attributes = json(this.twilio.attributesOf(sid, MAX));
		assertThat(attributes.path("b").asInt()).isEqualTo(2);
		assertThat(attributes.path("customer_id").asString()).isEqualTo("2");
	}

	@Test
	void valuesThatAnotherProgramWroteFirstStay() {
		String sid = this.twilio.inbound(LINA, OURS);
		String lina = this.twilio.participants(sid(sid)).get(0).sid();
		this.crm.onAddress(() -> this.twilio.describeParticipant(sid(sid), lina,
				"{\"customer_id\":\"1\",\"display_name\":\"Lina (VIP)\"}"));
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(json(this.twilio.attributesOf(sid, LINA)).path("display_name").asString()).isEqualTo("Lina (VIP)");
	}

	@Test
	void participantWhoGetsAnotherCustomerIdKeepsIt() {
		String sid = this.twilio.inbound(LINA, OURS);
		String lina = this.twilio.participants(sid(sid)).get(0).sid();
		this.crm.onAddress(() -> this.twilio.describeParticipant(sid(sid), lina, "{\"customer_id\":\"2\"}"));
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.attributesOf(sid, LINA)).isEqualTo("{\"customer_id\":\"2\"}");
	}

	@Test
	void workerAddedByASupervisorMeanwhileIsTheOnlyWorker() {
		this.twilio.worker("ada@example.com", WorkerStatus.AVAILABLE);
		String sid = this.twilio.inbound(LINA, OURS);
		once("statusOf", () -> this.twilio.join(sid, "zoe@example.com", "{}", null, null, null));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("zoe@example.com");
		assertThat(this.room.grants().of(sid(sid))).containsExactly(new Grant(identity("zoe@example.com"), id("1")));
		assertThat(this.room.explanation(sid)).containsExactly("already-there: a worker is in the conversation");
	}

	@Test
	void workerWhoWasRemovedIsNotAddedAgain() {
		this.twilio.worker("ada@example.com", WorkerStatus.AVAILABLE);
		String sid = this.twilio.inbound(LINA, OURS);
		once("conversation",
				() -> this.room.bean(JdbcClient.class)
					.sql("""
							insert into routing_decision (conversation_sid, attempt, asked_at, decided_at, worker, rule, explanation)
							select sid, 1, routing_asked_at, routing_asked_at, 'zoe@example.com', 'already-there', '' from conversation
							""")
					.update());
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
	}

	@Test
	void chatVisitorWhoJoinsMeanwhileIsNotAWorker() {
		this.twilio.worker("ada@example.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("visitor-7", WorkerStatus.UNKNOWN);
		String sid = this.twilio.inbound(LINA, OURS);
		once("statusOf", () -> this.twilio.join(sid, "visitor-7", "{}", null, null, null));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("visitor-7", "ada@example.com");
	}

	private void once(String call, Runnable change) {
		AtomicBoolean done = new AtomicBoolean();
		Consumer<String> onCall = (it) -> {
			if (it.equals(call) && done.compareAndSet(false, true)) {
				change.run();
			}
		};
		this.twilio.onCall(onCall);
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
