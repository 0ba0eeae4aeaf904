package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settles conversations while Twilio or the CRM fails. */
class SettleConversationFailureTests extends SettleConversationFixture {

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

}
