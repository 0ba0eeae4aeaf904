package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reconciliation finds conversations with missed events. */
class ReconciliationJobTests {

	private static final String LINA = "+14155550101";

	private static final String OURS = "+15005550006";

	private static final Duration OLD = Settlement.GRACE.plusSeconds(5);

	private final FakeConversations twilio = new FakeConversations();

	private final FakeCrm crm = new FakeCrm(at(customer("1", "Lina Berg"), sms(LINA)));

	private TestRoom room;

	@BeforeEach
	void open() {
		open("frontline.routing.enabled=true");
	}

	private void open(String setting) {
		this.room = TestRoom.with(this.twilio, this.crm, "frontline.senders.sms=" + OURS,
				"frontline.routing.default-worker=ben@example.com", setting);
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void conversationsOfAnOutageAreSettledExactlyOnce() {
		List<String> missed = IntStream.range(0, 100).mapToObj((it) -> aged(OLD, LINA)).toList();
		reconcile();
		reconcile();
		assertThat(missed).allSatisfy((sid) -> {
			assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
			assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
		});
		assertThat(this.twilio.writes()).doesNotHaveDuplicates().hasSize(300);
	}

	@Test
	void newConversationIsNamedAtOnceAndRoutedAfterTheGracePeriod() {
		String sid = aged(Duration.ZERO, LINA);
		reconcile();
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		// It still has no worker after the grace period.
		this.room.bean(JdbcClient.class)
			.sql("update conversation set settled_at = settled_at - " + OLD.toMillis())
			.update();
		reconcile();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	@Test
	void conversationThatTwilioDidNotKnowForAMomentIsSettled() {
		String sid = aged(OLD, LINA);
		AtomicBoolean unknown = new AtomicBoolean(true);
		this.twilio.onCall((call) -> {
			if (call.equals("conversation") && unknown.getAndSet(false)) {
				throw new ConversationGoneException();
			}
		});
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		reconcile();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	@Test
	void closedConversationIsNotSettled() {
		String sid = aged(OLD, LINA);
		this.twilio.state(sid, State.CLOSED);
		List<String> calls = calls();
		reconcile();
		assertThat(calls).containsOnly("conversationsSince");
	}

	@Test
	void conversationWithoutParticipantsNeedsNoWorker() {
		String sid = this.twilio.conversation(Instant.now().minus(OLD), State.ACTIVE, null, "{}");
		reconcile();
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	@Test
	void conversationThatWasEmptyIsRoutedOnceACustomerIsInIt() {
		String sid = this.twilio.conversation(Instant.now().minus(OLD), State.ACTIVE, null, "{}");
		this.room.events().changed(sid(sid));
		this.room.settle();
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		this.room.bean(JdbcClient.class)
			.sql("update conversation set settled_at = settled_at - " + OLD.toMillis())
			.update();
		reconcile();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	@Test
	void emptyConversationIsNotSettledInEveryRun() {
		this.twilio.conversation(Instant.now().minus(OLD), State.ACTIVE, null, "{}");
		for (int i = 0; i < 2; i++) {
			reconcile();
			this.room.bean(JdbcClient.class)
				.sql("update conversation set settled_at = settled_at - " + OLD.toMillis())
				.update();
		}
		List<String> calls = calls();
		reconcile();
		assertThat(calls).containsOnly("conversationsSince");
	}

	@Test
	void unattendedConversationIsNotSettledAgainWhileRoutingIsDisabled() {
		this.room.close();
		open("frontline.routing.enabled=false");
		String sid = aged(OLD, LINA);
		reconcile();
		this.room.bean(JdbcClient.class)
			.sql("update conversation set settled_at = settled_at - " + OLD.toMillis())
			.update();
		List<String> calls = calls();
		reconcile();
		assertThat(calls).containsOnly("conversationsSince");
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
		assertThat(this.twilio.workersOf(sid)).isEmpty();
	}

	@Test
	void runAfterAFailedRunFindsTheConversation() {
		String sid = aged(OLD, LINA);
		this.twilio.onCall((call) -> {
			if (call.equals("conversationsSince")) {
				throw new TwilioUnavailableException("down", null);
			}
		});
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(this::reconcile);
		this.twilio.onCall((call) -> {
		});
		reconcile();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	@Test
	void watermarkStaysWhenTheListBreaksOff() {
		reconcile();
		Instant before = watermark();
		String sid = aged(OLD, LINA);
		this.twilio.brokenList(true);
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(this::reconcile);
		assertThat(watermark()).isEqualTo(before);
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		this.twilio.brokenList(false);
		reconcile();
		assertThat(watermark()).isAfter(before);
	}

	private Instant watermark() {
		return this.room.bean(ReconciliationWatermark.class).get().orElseThrow();
	}

	private String aged(Duration age, String from) {
		String sid = this.twilio.conversation(Instant.now().minus(age), State.ACTIVE, null, "{}");
		this.twilio.join(sid, null, "{}", from, OURS, null);
		return sid;
	}

	private List<String> calls() {
		List<String> calls = new CopyOnWriteArrayList<>();
		this.twilio.onCall(calls::add);
		return calls;
	}

	private void reconcile() {
		this.room.bean(ReconciliationJob.class).run();
		this.room.settle();
	}

}
