package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CleanSlate;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.world.Conversation.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Bugs with routing and webhooks that other callback servers have or had. Each test shows
 * that this service does not have the bug.
 */
@RunningServiceWithTwilio
class ConversationBugsOfOtherServersTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	private CleanSlate slate;

	@Test
	void sameCustomerIsAlwaysRoutedToSameWorker() {
		List<String> workers = IntStream.range(0, 10).mapToObj((it) -> {
			this.slate.restore();
			return this.twilio.workersOf(settled(this.twilio.inbound(LINA, SMS, "Hello?"))).toString();
		}).toList();
		assertThat(workers).containsOnly("[ada@example.com]");
	}

	@Test
	void unknownCustomerGetsDefaultWorker() {
		String sid = settled(this.twilio.inbound(STRANGER, SMS, "Hello?"));
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.twilio.journal().callbacks()).allMatch((it) -> it.status() == 200);
	}

	@Test
	void workerIsAddedAfterTwilioFailsTwice() {
		this.twilio.faults().add(Fault.on(RestCall.ADD_PARTICIPANT).times(2));
		String sid = settled(this.twilio.inbound(LINA, SMS, "Hello?"));
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
	}

	@Test
	void repeatedCallbacksAddWorkerOnce() {
		this.twilio.deliveries().times(3);
		String sid = settled(this.twilio.inbound(LINA, SMS, "Hello?"));
		assertThat(this.twilio.audit().participantPosts(sid)).isEqualTo(1);
		assertThat(this.twilio.journal().callbacks()).allMatch((it) -> it.status() == 200);
	}

	@Test
	void identityInMessageTextDoesNotAddThatWorker() {
		String sid = settled(this.twilio.inbound(STRANGER, SMS, "chiara@example.com"));
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
	}

	@Test
	void callbacksAreAnsweredWhileTwilioHangs() {
		this.twilio.faults().add(Fault.onAnything().hanging().always());
		this.twilio.inbound(LINA, SMS, "Hello?");
		assertThat(this.twilio.journal().callbacks()).isNotEmpty()
			.allMatch((it) -> it.status() == 200 && it.millis() < Duration.ofSeconds(4).toMillis());
		this.twilio.faults().clear();
		this.settled.hasten();
		this.settled.await();
	}

	@Test
	void callbacksOfOutboundConversationAreAnswered() {
		assertThat(this.twilio.startOutbound("ada@example.com", "1001", "sms", LINA)).isNotNull();
		assertThat(this.twilio.journal().callbacks()).allMatch((it) -> it.status() == 200);
		this.settled.await();
	}

	@Test
	void everyEventIsAnsweredWithJsonObject() {
		this.twilio.conditions()
			.ticked("onConversationAdd", "onConversationAdded", "onParticipantAdded", "onParticipantRemoved",
					"onMessageAdded", "onConversationStateUpdated", "onConversationUpdated");
		String sid = settled(this.twilio.inbound(STRANGER, SMS, "Hello?"));
		this.twilio.join(sid, "ada@example.com");
		this.twilio.leave(sid, "ada@example.com");
		this.twilio.close(sid);
		this.settled.await();
		assertThat(this.twilio.journal().callbacks()).hasSizeGreaterThan(6)
			.allMatch((it) -> it.status() == 200 && it.answer().startsWith("{") && it.answer().endsWith("}"));
	}

	@Test
	void ownRestCallsCauseNoFurtherCallbacks() {
		this.twilio.conditions().ticked("onConversationUpdated", "onParticipantUpdated", "onParticipantAdded");
		String sid = settled(this.twilio.inbound(LINA, SMS, "Hello?"));
		assertThat(this.twilio.workersOf(sid)).hasSize(1);
		assertThat(this.twilio.journal().callbacks()).hasSize(2).noneMatch((it) -> it.form().containsKey("Identity"));
	}

	@Test
	void closingConversationLeavesOthersOpen() {
		String closed = settled(this.twilio.inbound(LINA, SMS, "Hello?"));
		String open = settled(this.twilio.inbound(STRANGER, SMS, "Hello?"));
		this.twilio.close(closed);
		this.settled.await();
		assertThat(this.twilio.conversation(open).state()).isEqualTo(State.ACTIVE);
		assertThat(this.twilio.conversations()).hasSize(2);
		assertThat(this.twilio.workersOf(open)).containsExactly("dmitri@example.com");
	}

	@Test
	void conversationTransferredToOtherWorkerStaysThere() {
		String sid = settled(this.twilio.inbound(LINA, SMS, "Hello?"));
		this.twilio.deliveries().dropping((event) -> event.type().equals(Event.ROUTING));
		this.twilio.leave(sid, "ada@example.com");
		this.twilio.join(sid, "ben@example.com");
		assertThat(this.twilio.workersOf(settled(sid))).containsExactly("ben@example.com");
	}

	private String settled(String sid) {
		this.settled.await();
		return sid;
	}

}
