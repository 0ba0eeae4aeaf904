package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.RunningServiceWithTwilio.WHATSAPP;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A conversation reaches the same state for every order and repetition of events. */
@RunningServiceWithTwilio
class EventOrderScenarioTests {

	/**
	 * The events of a conversation that a customer starts, in the order in which they
	 * happen.
	 */
	private static final List<String> EVENTS = List.of("onConversationAdded", "onParticipantAdded", "onMessageAdded",
			Event.ROUTING, "onConversationStateUpdated");

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@BeforeEach
	void prepareTwilio() {
		this.twilio.conditions()
			.ticked("onConversationAdd", "onConversationAdded", "onParticipantAdded", "onParticipantRemoved",
					"onConversationStateUpdated", "onMessageAdded", "onConversationUpdated")
			.initializingFor(Duration.ofDays(1));
	}

	@ParameterizedTest
	@MethodSource("everyOrder")
	void everyOrderLeadsToSameState(List<String> order) {
		String sid = startWithoutDelivery(LINA, SMS);
		deliver(order);
		assertSettled(sid);
		deliver(order);
		assertSettled(sid);
	}

	@ParameterizedTest
	@MethodSource("everyOrder")
	void everyOrderOfRepeatedEventsLeadsToSameState(List<String> order) {
		String sid = startWithoutDelivery(LINA, SMS);
		order.forEach((event) -> deliver(List.of(event, event)));
		deliver(order);
		assertSettled(sid);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void shuffledRepetitionsLeadToSameState(int seed) {
		Random random = new Random(seed);
		String sid = startWithoutDelivery(LINA, SMS);
		List<String> events = new ArrayList<>();
		EVENTS.forEach((event) -> events.addAll(Collections.nCopies(1 + random.nextInt(3), event)));
		Collections.shuffle(events, random);
		deliver(events);
		assertSettled(sid);
		Collections.shuffle(events, random);
		deliver(events);
		assertSettled(sid);
	}

	@ParameterizedTest
	@MethodSource("someOrders")
	void everyOrderLeadsToSameStateOnWhatsApp(List<String> order) {
		String sid = startWithoutDelivery("whatsapp:" + LINA, WHATSAPP);
		deliver(order);
		deliver(order);
		assertSettled(sid);
	}

	@ParameterizedTest
	@MethodSource("someOrders")
	void everyOrderLeadsToSameStateForUnknownCustomer(List<String> order) {
		String sid = startWithoutDelivery(STRANGER, SMS);
		deliver(order);
		deliver(order);
		this.settled.await();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo(STRANGER);
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes()).isEqualTo("{}");
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.twilio.audit().writes()).isEqualTo(1);
		assertThat(stored("select worker || ' ' || rule from routing_decision"))
			.containsExactly("dmitri@example.com default-worker");
		assertThat(stored("select worker from visibility_grant")).isEmpty();
		assertThat(this.settled.dead()).isEmpty();
	}

	static Stream<List<String>> everyOrder() {
		return Arbitraries.shuffle(EVENTS).allValues().orElseThrow();
	}

	static Stream<List<String>> someOrders() {
		return Arbitraries.shuffle("onConversationAdded", "onParticipantAdded", Event.ROUTING)
			.allValues()
			.orElseThrow();
	}

	@Test
	void hundredConcurrentDeliveriesHaveEffectOfOne() {
		this.twilio.conditions()
			.initializingFor(Duration.ZERO)
			.webhookTimeout(Duration.ofSeconds(30))
			.routingTimeout(Duration.ofSeconds(30));
		this.twilio.deliveries().timesInParallel(100);
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		assertSettled(sid);
		assertThat(this.twilio.journal().callbacks()).allMatch((it) -> it.status() == 200);
	}

	@Test
	void eventsBeforeConversationIsActiveAreNotLost() {
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		this.twilio.activate(sid);
		assertSettled(sid);
	}

	@Test
	void eventsAfterEndOfConversationChangeNothing() {
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
	void removalDeliveredBeforeAdditionLeadsToSameState() {
		this.twilio.conditions().initializingFor(Duration.ZERO);
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.settled.await();
		this.twilio.deliveries().capturing();
		this.twilio.join(sid, "ben@example.com");
		this.twilio.leave(sid, "ben@example.com");
		List<Event> events = new ArrayList<>(this.twilio.deliveries().captured());
		Collections.reverse(events);
		events.forEach((event) -> this.twilio.deliveries().deliver(event));
		assertSettled(sid);
	}

	/**
	 * Starts a conversation. Events after onConversationAdd are captured, not delivered.
	 */
	private String startWithoutDelivery(String from, String to) {
		this.twilio.deliveries().capturing();
		String sid = this.twilio.inbound(from, to, "Hello?");
		this.twilio.activate(sid);
		return sid;
	}

	private void deliver(List<String> types) {
		Map<String, Event> events = this.twilio.deliveries()
			.captured()
			.stream()
			.collect(Collectors.toMap(Event::type, Function.identity()));
		assertThat(events).containsOnlyKeys(EVENTS);
		types.forEach((type) -> assertThat(this.twilio.deliveries().deliver(events.get(type))).isEqualTo(200));
	}

	private void assertSettled(String sid) {
		this.settled.await();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes())
			.isEqualTo("{\"customer_id\":\"1001\",\"display_name\":\"Lina Berg\","
					+ "\"avatar\":\"https://example.com/avatars/1001.png\"}");
		assertThat(this.twilio.audit().participantPosts(sid)).isEqualTo(1);
		assertThat(this.twilio.audit().writes()).isEqualTo(2);
		assertThat(stored("select worker || ' ' || rule from routing_decision"))
			.containsExactly("ada@example.com crm-owner");
		assertThat(stored("select worker || ' ' || customer_id from visibility_grant"))
			.containsExactly("ada@example.com 1001");
		assertThat(this.settled.dead()).isEmpty();
	}

	private List<String> stored(String query) {
		return this.settled.store().sql(query).query(String.class).list();
	}

}
