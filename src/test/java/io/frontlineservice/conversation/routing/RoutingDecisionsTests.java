package io.frontlineservice.conversation.routing;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.routing.RoutingDecision.Assigned;
import io.frontlineservice.conversation.routing.RoutingDecision.NoWorkerFound;
import io.frontlineservice.conversation.routing.RoutingDecisions.Decision;
import io.frontlineservice.customer.FakeCrm;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How decisions are stored and removed. */
class RoutingDecisionsTests {

	private static final String OURS = "+15005550006";

	private final FakeConversations twilio = new FakeConversations();

	private final TestRoom room = TestRoom.with(this.twilio, new FakeCrm(), "frontline.senders.sms=" + OURS,
			"frontline.routing.default-worker=ben@example.com");

	private final RoutingDecisions decisions = this.room.bean(RoutingDecisions.class);

	private static final Instant ASKED = Instant.ofEpochMilli(1_000);

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void firstDecisionOfAnAttemptIsKept() {
		Decision first = this.decisions.add(sid("CH1"), 1, ASKED,
				new Assigned(identity("ada@example.com"), RuleName.POOL, List.of("pool")));
		Decision second = this.decisions.add(sid("CH1"), 1, ASKED, new NoWorkerFound(List.of("no worker")));
		assertThat(second).isEqualTo(first);
		assertThat(second.worker()).isEqualTo(identity("ada@example.com"));
	}

	@Test
	void longExplanationIsCut() {
		Decision decision = this.decisions.add(sid("CH1"), 1, ASKED,
				new NoWorkerFound(List.of("a".repeat(3000), "b".repeat(3000))));
		assertThat(String.join("\n", decision.explanation())).hasSize(4000);
	}

	@Test
	void conversationIsRoutedAgainAfterItsFirstDecisionIsRemoved() {
		String sid = this.twilio.inbound("+14155550101", OURS);
		this.decisions.add(sid(sid), 1, ASKED, new NoWorkerFound(List.of("long ago")));
		this.decisions.add(sid(sid), 2, ASKED, new NoWorkerFound(List.of("not so long ago")));
		this.room.bean(JdbcClient.class).sql("update routing_decision set decided_at = 0 where attempt = 1").update();
		this.decisions.removeBefore(Instant.now().minusSeconds(60));
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(this.decisions.of(sid(sid))).extracting(Decision::attempt).containsExactly(2, 3);
	}

}
