package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.Event;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In whatever order events come, and however often, the end is the same. */
@RunningServiceWithTwilio
class EventOrderScenarioTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@BeforeEach
	void begin() {
		this.twilio.conditions()
			.ticked("onConversationAdd", "onConversationAdded", "onParticipantAdded", "onParticipantRemoved",
					"onConversationStateUpdated", "onMessageAdded", "onConversationUpdated")
			.initializingFor(Duration.ofDays(1));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void everyOrderEndsTheSame(int seed) {
		Random random = new Random(seed);
		this.twilio.deliveries().capturing();
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.twilio.activate(sid);
		List<Event> events = new ArrayList<>();
		this.twilio.deliveries()
			.captured()
			.forEach((event) -> events.addAll(Collections.nCopies(1 + random.nextInt(3), event)));
		Collections.shuffle(events, random);
		events.forEach((event) -> assertThat(this.twilio.deliveries().deliver(event)).isEqualTo(200));
		this.settled.await();
		assertSettled(sid);
		int writes = this.twilio.audit().writes();
		assertThat(writes).isEqualTo(2);
		Collections.shuffle(events, random);
		events.forEach((event) -> this.twilio.deliveries().deliver(event));
		this.settled.await();
		assertSettled(sid);
		assertThat(this.twilio.audit().writes()).isEqualTo(writes);
	}

	@Test
	void aHundredAtOnceAreOne() {
		this.twilio.conditions().initializingFor(Duration.ZERO);
		this.twilio.deliveries().timesInParallel(100);
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.settled.await();
		assertSettled(sid);
		assertThat(this.twilio.audit().writes()).isEqualTo(2);
		assertThat(this.twilio.journal().callbacks()).allMatch((it) -> it.status() == 200);
	}

	@Test
	void eventsThatComeBeforeTheConversationIsMadeAreNotLost() {
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		this.twilio.activate(sid);
		this.settled.await();
		assertSettled(sid);
	}

	@Test
	void eventsThatComeAfterTheEndOfAConversationChangeNothing() {
		this.twilio.conditions().initializingFor(Duration.ZERO);
		this.twilio.deliveries().capturing();
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.twilio.close(sid);
		List<Event> events = new ArrayList<>(this.twilio.deliveries().captured());
		Collections.reverse(events);
		events.forEach((event) -> this.twilio.deliveries().deliver(event));
		this.settled.await();
		assertThat(this.twilio.audit().writes()).isZero();
		assertThat(this.settled.dead()).isEmpty();
	}

	@Test
	void aRemovalThatIsToldBeforeTheAdditionIsNoDifference() {
		this.twilio.conditions().initializingFor(Duration.ZERO);
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.settled.await();
		this.twilio.deliveries().capturing();
		this.twilio.join(sid, "ben@example.com");
		this.twilio.leave(sid, "ben@example.com");
		List<Event> events = new ArrayList<>(this.twilio.deliveries().captured());
		Collections.reverse(events);
		events.forEach((event) -> this.twilio.deliveries().deliver(event));
		this.settled.await();
		assertSettled(sid);
	}

	private void assertSettled(String sid) {
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes())
			.isEqualTo("{\"customer_id\":\"1001\",\"display_name\":\"Lina Berg\","
					+ "\"avatar\":\"https://example.com/avatars/1001.png\"}");
		assertThat(this.twilio.audit().participantPosts(sid)).isEqualTo(1);
		assertThat(this.settled.dead()).isEmpty();
	}

}
