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
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Settles conversations, also while Twilio or the CRM fails. */
class SettleConversationJobTests {

	private static final String LINA = "+14155550101";

	private static final String MAX = "+14155550102";

	private static final String STRANGER = "+14155550199";

	private static final String OURS = "+15005550006";

	private static final String GONE = "CH" + "f".repeat(32);

	private static final String OTHER_OF_OURS = "+15005550007";

	private final FakeConversations twilio = new FakeConversations();

	private final AtomicBoolean crmIsDown = new AtomicBoolean();

	private final FakeCrm crm = new FakeCrm(at(customer("1", "Lina Berg", ADA), sms(LINA)),
			at(customer("2", "Max Frey"), sms(MAX)))
		.onCall(this::failIfDown);

	@TempDir
	private Path folder;

	private TestRoom room;

	@BeforeEach
	void open() throws Exception {
		Path workers = Files.writeString(this.folder.resolve("workers.yml"), """
				- { identity: Ada@example.com, aliases: [ada.okafor@example.com] }
				- { identity: ben@example.com }
				""");
		this.room = TestRoom.with(this.twilio, this.crm, "frontline.workers.location=" + workers,
				"frontline.senders.sms=" + OURS, "frontline.senders.whatsapp=" + OTHER_OF_OURS,
				"frontline.routing.default-worker=ben@example.com");
		this.twilio.worker("Ada@example.com", WorkerStatus.UNAVAILABLE);
		this.twilio.worker("ben@example.com", WorkerStatus.AVAILABLE);
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	private void failIfDown() {
		if (this.crmIsDown.get()) {
			throw new CrmUnavailableException("down", null);
		}
	}

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
	void noWorkerIsAddedWithoutARoutingRequest() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).isEmpty();
	}

	@Test
	void conversationKeepsItsWorker() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, "zoe@example.com", "{}", null, null, null);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("zoe@example.com");
		assertThat(granted("zoe@example.com", "1")).isTrue();
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
	void twilioFailureIsRetriedAndTheWorkerIsAddedOnce() {
		String sid = this.twilio.inbound(LINA, OURS);
		AtomicInteger failures = new AtomicInteger();
		this.twilio.onCall((call) -> {
			if (failures.getAndIncrement() % 2 == 0 && failures.get() < 8) {
				throw new TwilioUnavailableException("Twilio failed (500)", null);
			}
		});
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
	}

	@Test
	void conversationIsRoutedAlthoughTwilioRefusesTheDescription() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.onCall((call) -> {
			if (call.startsWith("describeParticipant ")) {
				throw new TwilioRefusedException("Twilio refuses the attributes (50000)", 50000);
			}
		});
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
		assertThat(this.room.dead()).containsExactly(sid);
	}

	@Test
	void participantIsDescribedAlthoughTwilioRefusesAnother() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, null, "{}", MAX, OURS, null);
		String lina = this.twilio.participants(sid(sid)).get(0).sid();
		this.twilio.onCall((call) -> {
			if (call.equals("describeParticipant " + lina)) {
				throw new TwilioRefusedException("Twilio refuses the attributes (50000)", 50000);
			}
		});
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.attributesOf(sid, LINA)).isEqualTo("{}");
		assertThat(this.twilio.attributesOf(sid, MAX)).contains("Max Frey");
		assertThat(this.room.dead()).containsExactly(sid);
	}

	@Test
	void personWhoWritesFromOneOfOurNumbersIsACustomer() {
		String sid = this.twilio.inbound(OTHER_OF_OURS, OURS);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo(OTHER_OF_OURS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	@Test
	void conversationIsRoutedWhileTheCrmDoesNotAnswer() {
		this.crmIsDown.set(true);
		this.room.close();
		this.room = TestRoom.with(this.twilio, this.crm, "frontline.routing.default-worker=ben@example.com",
				"frontline.routing.crm-patience=0s");
		String sid = this.twilio.inbound(LINA, OURS);
		this.room.events().routingAsked(sid(sid));
		await().until(() -> !this.twilio.workersOf(sid).isEmpty());
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(this.room.explanation(sid)).contains("customers: the CRM did not answer",
				"crm-owner: the CRM did not answer for 0 s");
		this.crmIsDown.set(false);
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
		assertThat(granted(BEN, "1")).isTrue();
	}

	@Test
	void grantLastsAsLongAsTheConversation() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(granted(BEN, "1")).isTrue();
		this.twilio.state(sid, State.CLOSED);
		this.room.events().closed(sid(sid));
		this.room.settle();
		assertThat(granted(BEN, "1")).isFalse();
	}

	@Test
	void grantEndsWithTheEventWhileTwilioIsUnavailable() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		this.twilio.onCall((call) -> {
			throw new TwilioUnavailableException("down", null);
		});
		this.room.events().closed(sid(sid));
		assertThat(granted(BEN, "1")).isFalse();
	}

	@Test
	void runThatBeganBeforeTheEndDoesNotRestoreTheGrant() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		AtomicBoolean over = new AtomicBoolean();
		this.twilio.onCall((call) -> {
			if (over.get()) {
				throw new TwilioUnavailableException("down", null);
			}
		});
		this.twilio.afterParticipants(() -> {
			if (over.compareAndSet(false, true)) {
				this.room.events().closed(sid(sid));
			}
		});
		this.room.events().changed(sid(sid));
		await().until(() -> this.room.bean(JdbcClient.class)
			.sql("select count(*) from scheduled_tasks where consecutive_failures > 0")
			.query(Integer.class)
			.single() > 0);
		assertThat(granted(BEN, "1")).isFalse();
	}

	@Test
	void routingRequestDuringARunIsAnsweredByTheNextRun() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		AtomicBoolean left = new AtomicBoolean();
		this.twilio.afterParticipants(() -> {
			if (left.compareAndSet(false, true)) {
				this.twilio.leave(sid, "ben@example.com");
				this.room.events().routingAsked(sid(sid));
			}
		});
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
	}

	@Test
	void grantEndsWhenTheWorkerLeaves() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		this.twilio.leave(sid, "ben@example.com");
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(granted(BEN, "1")).isFalse();
	}

	@Test
	void customerIdInTheAttributesGrantsNothing() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, "{\"customer_id\":\"1\"}", STRANGER, OURS, null);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(granted(BEN, "1")).isFalse();
	}

	@Test
	void missingConversationNeedsNoWork() {
		this.room.events().changed(sid(GONE));
		this.room.settle();
		assertThat(this.room.dead()).isEmpty();
	}

	@Test
	void closedAndMissingConversationNeedsNoWork() {
		this.twilio.onCall((call) -> {
			throw new TwilioUnavailableException("down", null);
		});
		this.room.events().routingAsked(sid(GONE));
		this.room.events().closed(sid(GONE));
		this.twilio.onCall((call) -> {
		});
		this.room.settle();
		assertThat(this.room.dead()).isEmpty();
	}

	@Test
	void conversationDeletedWhileItWaitsNeedsNoWork() {
		this.twilio.worker("ben@example.com", WorkerStatus.DEACTIVATED);
		String sid = this.twilio.inbound(STRANGER, OURS);
		this.room.events().routingAsked(sid(sid));
		await().until(() -> this.room.bean(ConversationStore.class)
			.find(sid(sid))
			.filter(ConversationSnapshot::isOpen)
			.isPresent());
		assertThat(waiting()).isEqualTo(1);
		this.twilio.delete(sid);
		// The grace period has passed.
		this.twilio.onCall((call) -> this.room.bean(JdbcClient.class)
			.sql("update missing_conversation set missing_since = missing_since - 100000")
			.update());
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.room.dead()).isEmpty();
		assertThat(waiting()).isZero();
	}

	@Test
	void routingRequestForAnUnknownConversationBecomesADeadLetter() {
		this.room.events().changed(sid(GONE));
		this.room.settle();
		AtomicInteger looks = new AtomicInteger();
		this.twilio.onCall((call) -> {
			if (looks.incrementAndGet() == 1) {
				this.room.bean(JdbcClient.class)
					.sql("update conversation set routing_asked_at = routing_asked_at - 100000")
					.update();
			}
		});
		this.room.events().routingAsked(sid(GONE));
		this.room.settle();
		assertThat(looks).hasValue(2);
		assertThat(this.room.dead()).containsExactly(GONE);
	}

	@Test
	void initializingConversationIsRetried() {
		String sid = this.twilio.conversation(Instant.now(), State.INITIALIZING, null, null);
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		AtomicInteger looks = new AtomicInteger();
		this.twilio.onCall((call) -> {
			if (call.equals("conversation") && looks.incrementAndGet() == 2) {
				this.twilio.state(sid, State.ACTIVE);
			}
		});
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
	}

	@Test
	void workerWithTooManyConversationsIsSkipped() {
		String sid = this.twilio.inbound(LINA, OURS);
		FakeConversations full = this.twilio;
		full.full("Ada@example.com");
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(this.room.explanation(sid))
			.contains("crm-owner: the customer's owner, but the worker could not be added");
	}

	@Test
	void workerJoinsAGroupWithOurNumber() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, "{}", LINA, null, null);
		this.twilio.join(sid, null, "{}", STRANGER, null, null);
		this.twilio.join(sid, null, "{}", null, null, OURS);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg, " + STRANGER);
		assertThat(this.twilio.projectedAddressOf(sid, "Ada@example.com")).isEqualTo(OURS);
	}

	@Test
	void grantsStayWhileTheCrmDoesNotAnswer() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		this.crmIsDown.set(true);
		this.room.events().changed(sid(sid));
		await().until(() -> this.room.bean(JdbcClient.class)
			.sql("select count(*) from scheduled_tasks where consecutive_failures > 0")
			.query(Integer.class)
			.single() > 0);
		assertThat(granted(BEN, "1")).isTrue();
		this.crmIsDown.set(false);
		this.room.settle();
		assertThat(granted(BEN, "1")).isTrue();
	}

	@Test
	void chatVisitorIsNotAWorker() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, "visitor-7", "{}", null, null, null);
		this.twilio.worker("visitor-7", WorkerStatus.UNKNOWN);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("visitor-7", "ben@example.com");
		assertThat(granted("visitor-7", "1")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "..", " ", "a/b", "50%", "visitor\u0000" })
	void participantWithARefusedIdentityIsNotAWorker(String identity) {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, identity, "{}", null, null, null);
		this.twilio.refuse(identity);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).contains("Ada@example.com");
		assertThat(this.twilio.nameOf(sid)).isEqualTo("Lina Berg");
		assertThat(this.twilio.attributesOf(sid, LINA)).contains("\"customer_id\":\"1\"");
		assertThat(granted(ADA, "1")).isTrue();
		assertThat(this.room.dead()).isEmpty();
	}

	@Test
	void conversationThatWasEmptyIsRoutedWithoutAnotherRequest() {
		String sid = this.twilio.conversation(Instant.now().minusSeconds(1000), State.ACTIVE, null, "{}");
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(waiting()).isZero();
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
	}

	@Test
	void routingIsInferredOnlyForConversationsWithOurNumber() {
		String made = this.twilio.conversation();
		this.twilio.join(made, null, "{\"customer_id\":\"1\"}", LINA, null, null);
		String written = this.twilio.inbound(LINA, OURS);
		this.room.events().routingInferred(sid(made));
		this.room.events().routingInferred(sid(written));
		this.room.settle();
		assertThat(this.twilio.workersOf(made)).isEmpty();
		assertThat(this.twilio.workersOf(written)).containsExactly("Ada@example.com");
		assertThat(waiting()).isZero();
		// Routing is inferred once a customer writes to one of our numbers.
		this.twilio.join(made, null, "{}", STRANGER, OURS, null);
		this.room.events().changed(sid(made));
		this.room.settle();
		assertThat(this.twilio.workersOf(made)).isNotEmpty();
	}

	@Test
	void recheckOfAnOlderConversationDoesNotMakeItTheLast() {
		String older = this.twilio.inbound(LINA, OURS);
		this.twilio.join(older, "Ada@example.com", "{}", null, null, null);
		this.room.events().changed(sid(older));
		this.room.settle();
		String newer = this.twilio.inbound("whatsapp:" + LINA, "whatsapp:" + OURS);
		this.twilio.join(newer, "ben@example.com", "{}", null, null, null);
		this.room.events().changed(sid(newer));
		this.room.settle();
		this.room.events().changed(sid(older));
		this.room.settle();
		String next = this.twilio.inbound(LINA, OURS);
		this.room.events().routingAsked(sid(next));
		this.room.settle();
		assertThat(this.twilio.workersOf(next)).containsExactly("ben@example.com");
	}

	@Test
	void conversationKeepsWaitingWhileFrontlineFails() {
		AtomicInteger failures = new AtomicInteger();
		this.twilio.worker("Ada@example.com", WorkerStatus.DEACTIVATED);
		this.twilio.onCall((call) -> {
			if (call.equals("conversation")) {
				this.room.bean(JdbcClient.class)
					.sql("update conversation set routing_asked_at = :then")
					.param("then", Instant.now().minusSeconds(60).toEpochMilli())
					.update();
			}
			if (call.equals("statusOf") && failures.getAndIncrement() < 3) {
				throw new TwilioUnavailableException("Twilio failed (500)", null);
			}
		});
		String sid = this.twilio.inbound(LINA, OURS);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(failures).hasValueGreaterThan(3);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
	}

	private long waiting() {
		return this.room.bean(ConversationStore.class).countWaitingSince(Instant.now().plusSeconds(1));
	}

	private boolean granted(String worker, String customerId) {
		Worker known = this.room.bean(WorkerDirectory.class).worker(identity(worker));
		return this.room.grants().granted(known, id(customerId));
	}

}
