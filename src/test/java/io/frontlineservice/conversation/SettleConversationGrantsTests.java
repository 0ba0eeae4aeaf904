package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.conversation.participant.KnownParticipants;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores which workers may see which customers, and tells workers from customers. */
class SettleConversationGrantsTests extends SettleConversationFixture {

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
	void participantWhoLeftIsForgotten() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.join(sid, null, "{}", MAX, OURS, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		KnownParticipants known = this.room.bean(KnownParticipants.class);
		assertThat(known.of(sid(sid))).hasSize(2);
		this.twilio.leaveBySid(sid, known.of(sid(sid)).get(1).participantSid());
		this.room.events().changed(sid(sid));
		this.room.settle();
		assertThat(known.of(sid(sid))).hasSize(1);
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

}
