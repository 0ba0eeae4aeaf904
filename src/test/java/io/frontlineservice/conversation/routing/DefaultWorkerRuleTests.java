package io.frontlineservice.conversation.routing;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.customer.FakeCrm;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** When the default worker takes a conversation that no other rule assigns. */
class DefaultWorkerRuleTests {

	private static final String BOSS = "boss@example.com";

	private static final String OURS = "+15005550006";

	private final FakeConversations twilio = new FakeConversations();

	private final TestRoom room = TestRoom.with(this.twilio, new FakeCrm(), "frontline.senders.sms=" + OURS,
			"frontline.routing.default-worker=" + BOSS);

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void conversationWaitsIfTheDefaultWorkerIsDeactivated() {
		this.twilio.worker(BOSS, WorkerStatus.DEACTIVATED);
		String sid = routed();
		await().until(() -> !this.room.bean(RoutingDecisions.class).of(sid(sid)).isEmpty());
		assertThat(this.room.explanation(sid)).last()
			.isEqualTo("default-worker: frontline.routing.default-worker is a deactivated user of Frontline");
		assertThat(this.twilio.workersOf(sid)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = "DEACTIVATED", mode = Mode.EXCLUDE)
	void defaultWorkerWithAnyOtherStatusTakesTheConversation(WorkerStatus status) {
		this.twilio.worker(BOSS, status);
		String sid = routed();
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly(BOSS);
	}

	@Test
	void unknownStatusIsNotWaitedFor() {
		AtomicInteger calls = new AtomicInteger();
		this.twilio.worker(BOSS, WorkerStatus.DEACTIVATED);
		this.twilio.onCall((call) -> {
			if (call.equals("statusOf")) {
				calls.incrementAndGet();
				throw new TwilioUnavailableException("Twilio failed (500)", null);
			}
		});
		String sid = routed();
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly(BOSS);
		assertThat(calls).hasValue(1);
	}

	@Test
	void defaultWorkerWithARefusedStatusTakesTheConversation() {
		this.twilio.onCall((call) -> {
			if (call.equals("statusOf")) {
				throw new TwilioRefusedException("Twilio refuses (20001)", 20001);
			}
		});
		String sid = routed();
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly(BOSS);
	}

	private String routed() {
		String sid = this.twilio.inbound("+12025550143", OURS);
		this.room.events().routingAsked(sid(sid));
		return sid;
	}

}
