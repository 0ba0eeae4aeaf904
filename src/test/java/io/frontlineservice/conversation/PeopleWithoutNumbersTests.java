package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers who write without a number are recognized, named and routed. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PeopleWithoutNumbersTests {

	private static final String LINA = "+14155550101";

	private static final String USER = "whatsapp:US.13491208655302";

	private static final String LINKED_TO_LINA = "{\"customer_id\":\"1\"}";

	private static final String OUR_WHATSAPP = "whatsapp:+15005550007";

	private final FakeConversations twilio = new FakeConversations();

	private final TestRoom room = TestRoom.with(this.twilio,
			new FakeCrm(at(customer("1", "Lina Berg", ADA), sms(LINA)), at(customer("2", "Max Frey"))),
			"frontline.senders.whatsapp=" + OUR_WHATSAPP, "frontline.routing.default-worker=ben@example.com");

	private final JdbcClient store = this.room.bean(JdbcClient.class);

	@BeforeEach
	void clear() {
		for (String table : List.of("known_identity", "last_talk", "visibility_grant")) {
			this.store.sql("delete from " + table).update();
		}
		this.twilio.worker("ada@example.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("ben@example.com", WorkerStatus.AVAILABLE);
	}

	@AfterAll
	void close() {
		this.room.close();
	}

	@ParameterizedTest
	@CsvSource({ "whatsapp:US.13491208655302,WhatsApp user (US)", "messenger:4711,Messenger user",
			"apple:urn:mbid:A,Apple Messages user", "rcs:+14155550199,+14155550199" })
	void unknownPersonIsRoutedAndShownWithoutTheId(String address, String name, CapturedOutput output) {
		assertThat(named(address)).isEqualTo(name);
		String sid = this.twilio.conversation(Instant.now(), State.ACTIVE, address, "{}");
		this.twilio.join(sid, null, "{}", address, OUR_WHATSAPP, null);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo(name);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(this.twilio.attributesOf(sid, address))
			.isEqualTo(address.startsWith("rcs:") ? "{}" : "{\"display_name\":\"" + name + "\"}");
		assertThat(output.getAll()).doesNotContain("13491208655302", "4711", "urn:mbid");
		assertThat(remembered()).isZero();
	}

	@Test
	void customerWithTheNumberOfAnRcsUserIsFound() {
		String sid = settled("rcs:" + LINA, "{}");
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
	}

	@ParameterizedTest
	@ValueSource(strings = { USER, "messenger:4711" })
	void personLinkedOnceIsKnownInTheNextConversation(String address) {
		end(settled(address, LINKED_TO_LINA));
		assertThat(named(address)).isEqualTo("Lina Berg");
		String next = this.twilio.inbound(address, OUR_WHATSAPP);
		this.twilio.join(next, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(next));
		this.room.settle();
		assertThat(this.twilio.nameOf(next)).isEqualTo("Lina Berg");
		assertThat(this.twilio.attributesOf(next, address)).contains("\"customer_id\":\"1\"",
				"\"display_name\":\"Lina Berg\"");
		assertThat(granted(BEN, "1")).isTrue();
	}

	@Test
	void personWhoIsLinkedLaterLosesTheLabel() {
		String sid = settled(USER, "{}");
		this.twilio.describeParticipant(sid(sid), participant(sid),
				"{\"customer_id\":\"1\",\"display_name\":\"WhatsApp user (US)\"}");
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
		assertThat(this.twilio.attributesOf(sid, USER)).contains("\"display_name\":\"Lina Berg\"");
	}

	@Test
	void laterLinkReplacesTheEarlierOne() {
		end(settled(USER, LINKED_TO_LINA));
		end(settled(USER, "{\"customer_id\":\"2\"}"));
		assertThat(this.twilio.nameOf(settled(USER, "{}"))).isEqualTo("Max Frey");
		assertThat(remembered()).isEqualTo(1);
	}

	@Test
	void lastWorkerOfAPersonWithoutANumberTakesTheNextConversation() {
		String sid = this.twilio.inbound("whatsapp:DE.unknown", OUR_WHATSAPP);
		this.twilio.join(sid, "ada@example.com", "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		end(sid);
		String next = this.twilio.inbound("whatsapp:DE.unknown", OUR_WHATSAPP);
		this.room.events().routingAsked(sid(next));
		this.room.settle();
		assertThat(this.twilio.workersOf(next)).containsExactly("ada@example.com");
	}

	@Test
	void customerWhomTheCrmNoLongerHasIsNotRemembered() {
		end(settled(USER, "{\"customer_id\":\"no-such-id\"}"));
		assertThat(remembered()).isZero();
		end(settled(USER, LINKED_TO_LINA));
		this.store.sql("update known_identity set customer_id = 'no-such-id'").update();
		assertThat(named(USER)).isEqualTo("WhatsApp user (US)");
		assertThat(this.twilio.nameOf(settled(USER, "{}"))).isEqualTo("WhatsApp user (US)");
	}

	@Test
	void idBesideTheNumberIsLearnt() {
		String name = this.room.bean(ConversationNaming.class)
			.name(NewConversation.of(USER, List.of("whatsapp:" + LINA), OUR_WHATSAPP, null, "{}"), soon())
			.friendlyName();
		assertThat(name).isEqualTo("Lina Berg");
		assertThat(named(USER)).isEqualTo("Lina Berg");
	}

	@Test
	void linkOfAChatIdentityIsNotLearnt() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, "visitor-7", LINKED_TO_LINA, null, null, null);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(remembered()).isZero();
		assertThat(granted(BEN, "1")).isFalse();
	}

	@Test
	void identityIsStoredAsAHashAndRemovedAfterTheRetention() {
		settled(USER, LINKED_TO_LINA);
		assertThat(this.store.sql("select identity from known_identity").query(String.class).single())
			.matches("[0-9a-f]{64}");
		this.room.bean(RetentionJob.class).run();
		assertThat(remembered()).isEqualTo(1);
		this.store.sql("update known_identity set used_at = used_at - :age")
			.param("age", Duration.ofDays(31).toMillis())
			.update();
		assertThatCode(this.room.bean(RetentionJob.class)::run).doesNotThrowAnyException();
		assertThat(remembered()).isZero();
	}

	private String settled(String address, String attributes) {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, attributes, address, OUR_WHATSAPP, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		return sid;
	}

	private void end(String sid) {
		this.twilio.state(sid, State.CLOSED);
		this.room.events().closed(sid(sid));
		this.room.settle();
	}

	private String participant(String sid) {
		return this.twilio.participants(sid(sid)).get(0).sid();
	}

	private String named(String address) {
		return this.room.bean(ConversationNaming.class)
			.name(NewConversation.of(null, List.of(address), OUR_WHATSAPP, null, "{}"), soon())
			.friendlyName();
	}

	private boolean granted(String worker, String customerId) {
		return this.room.grants()
			.granted(this.room.bean(WorkerDirectory.class).worker(identity(worker)), id(customerId));
	}

	private static Deadline soon() {
		return Deadline.in(Duration.ofSeconds(4));
	}

	private int remembered() {
		return this.store.sql("select count(*) from known_identity").query(Integer.class).single();
	}

}
