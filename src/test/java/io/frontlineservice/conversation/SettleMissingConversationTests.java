package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handles conversations that Twilio does not know or is still creating. */
class SettleMissingConversationTests extends SettleConversationFixture {

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
		AtomicInteger lookUps = new AtomicInteger();
		this.twilio.onCall((call) -> {
			if (lookUps.incrementAndGet() == 1) {
				this.room.bean(JdbcClient.class)
					.sql("update conversation set routing_asked_at = routing_asked_at - 100000")
					.update();
			}
		});
		this.room.events().routingAsked(sid(GONE));
		this.room.settle();
		assertThat(lookUps).hasValue(2);
		assertThat(this.room.dead()).containsExactly(GONE);
	}

	@Test
	void initializingConversationIsRetried() {
		String sid = this.twilio.conversation(Instant.now(), State.INITIALIZING, null, null);
		this.twilio.join(sid, null, "{}", LINA, OURS, null);
		AtomicInteger lookUps = new AtomicInteger();
		this.twilio.onCall((call) -> {
			if (call.equals("conversation") && lookUps.incrementAndGet() == 2) {
				this.twilio.state(sid, State.ACTIVE);
			}
		});
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("Ada@example.com");
	}

}
