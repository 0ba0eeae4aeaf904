package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.Conversation.State;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Adds a worker to a conversation that has a routing request and no worker. */
class SettleConversationRoutingTests extends SettleConversationFixture {

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
	void workerWithTooManyConversationsIsSkipped() {
		String sid = this.twilio.inbound(LINA, OURS);
		this.twilio.full("Ada@example.com");
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

}
