package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Age;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.work.RecurringJob;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Conversations are settled although some or all of their events are missing. */
@RunningServiceWithTwilio
class MissedEventsScenarioTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	private Age age;

	@Autowired
	private List<RecurringJob> recurring;

	@Test
	void onConversationAddedSettlesConversation() {
		this.twilio.conditions().ticked("onConversationAdded");
		assertSettled(this.twilio.inbound(LINA, SMS, "Hello?"));
	}

	@Test
	void onParticipantAddedSettlesConversation() {
		this.twilio.conditions().ticked("onParticipantAdded");
		assertSettled(this.twilio.inbound(LINA, SMS, "Hello?"));
	}

	@Test
	void routingCallbackSettlesConversation() {
		this.twilio.conditions().ticked();
		assertSettled(this.twilio.inbound(LINA, SMS, "Hello?"));
	}

	@Test
	void reconciliationAddsWorkerAfterLostRoutingCallback() {
		this.age.of(Duration.ofMinutes(5));
		this.twilio.deliveries().dropping((event) -> event.type().equals(Event.ROUTING));
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		// Reconciliation ignores a conversation without a worker that was settled
		// recently.
		this.settled.store().sql("update conversation set settled_at = settled_at - 100000").update();
		reconcile();
		assertSettled(sid);
	}

	@Test
	void reconciliationFindsHundredConversationsWithoutEvents() {
		this.age.of(Duration.ofMinutes(5));
		this.twilio.conditions().ticked();
		this.twilio.deliveries().dropping((event) -> true);
		List<String> missed = IntStream.range(0, 100)
			.mapToObj((it) -> this.twilio.inbound("+1202555%04d".formatted(it), SMS, "Hello?"))
			.toList();
		String lina = this.twilio.inbound(LINA, SMS, "Hello?");
		reconcile();
		reconcile();
		assertSettled(lina);
		assertThat(missed).allSatisfy((sid) -> {
			assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
			assertThat(this.twilio.audit().participantPosts(sid)).isEqualTo(1);
			assertThat(this.twilio.conversation(sid).friendlyName()).startsWith("+1202555");
		});
		int writes = this.twilio.audit().writes();
		reconcile();
		assertThat(this.twilio.audit().writes()).isEqualTo(writes);
	}

	@Test
	void failingConversationDoesNotDelayOthers() {
		this.twilio.deliveries().capturing();
		String failing = this.twilio.inbound("+12025550001", SMS, "Hello?");
		this.twilio.faults().add(Fault.on("GET", "/v1/Conversations/" + failing + ".*").always());
		List<Event> events = this.twilio.deliveries().captured();
		this.twilio.deliveries().reset();
		events.forEach((event) -> this.twilio.deliveries().deliver(event));
		List<String> others = IntStream.range(100, 120)
			.mapToObj((it) -> this.twilio.inbound("+1202555%04d".formatted(it), SMS, "Hello?"))
			.toList();
		await().until(() -> others.stream().allMatch((sid) -> this.twilio.workersOf(sid).size() == 1));
		assertThat(this.twilio.workersOf(failing)).isEmpty();
		this.twilio.faults().clear();
		this.settled.hasten();
		this.settled.await();
		assertThat(this.twilio.workersOf(failing)).containsExactly("dmitri@example.com");
	}

	private void assertSettled(String sid) {
		this.settled.await();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		assertThat(this.twilio.conversation(sid).attributes()).contains("avatar");
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes())
			.contains("\"customer_id\":\"1001\"");
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.twilio.audit().participantPosts(sid)).isEqualTo(1);
	}

	private void reconcile() {
		this.recurring.stream()
			.filter((job) -> job.name().equals("reconcile-conversations"))
			.forEach(RecurringJob::run);
		this.settled.await();
	}

}
