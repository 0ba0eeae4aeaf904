package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.webhook.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests order, repetition, delay and loss of events. */
class DeliveryTests {

	private static final String ROUTING = "/callbacks/routing";

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account());

	private ListeningService service;

	@BeforeEach
	void start() throws IOException {
		this.service = new ListeningService();
		this.twilio.start(0).callbacksAt(this.service.url());
		this.twilio.conditions().ticked("onConversationAdded", "onParticipantAdded");
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@Test
	void eventsAreDeliveredInConfiguredOrder() {
		this.twilio.deliveries().inOrder(2, 0, 1);
		inbound();
		assertThat(this.service.names()).containsExactly(ROUTING, "onConversationAdded", "onParticipantAdded");
	}

	@Test
	void orderAppliesToFewerEvents() {
		this.twilio.conditions().ticked("onParticipantAdded");
		this.twilio.deliveries().inOrder(2, 1, 0);
		inbound();
		assertThat(this.service.names()).containsExactly(ROUTING, "onParticipantAdded");
	}

	@Test
	void sameSeedGivesSameOrder() throws IOException {
		this.twilio.deliveries().shuffled(7);
		for (int i = 0; i < 5; i++) {
			this.twilio.inbound("+1415555010" + i, "+15005550006", "Hello");
		}
		List<String> first = this.service.names();
		try (ListeningService other = new ListeningService()) {
			this.twilio.reset();
			this.twilio.conditions().ticked("onConversationAdded", "onParticipantAdded");
			this.twilio.callbacksAt(other.url()).deliveries().shuffled(7);
			for (int i = 0; i < 5; i++) {
				this.twilio.inbound("+1415555010" + i, "+15005550006", "Hello");
			}
			assertThat(other.names()).isEqualTo(first);
		}
		assertThat(first.subList(0, 12)).isNotEqualTo(first.subList(3, 15));
	}

	@Test
	void eventsAreRepeated() {
		this.twilio.deliveries().times(2);
		inbound();
		assertThat(this.service.names()).containsExactly("onConversationAdded", "onConversationAdded",
				"onParticipantAdded", "onParticipantAdded", ROUTING, ROUTING);
	}

	@Test
	void eventsAreRepeatedInParallel() {
		this.twilio.deliveries().timesInParallel(10);
		inbound();
		assertThat(this.service.names()).hasSize(30);
		assertThat(this.service.names().subList(20, 30)).containsOnly(ROUTING);
	}

	@Test
	void eventsAreDropped() {
		this.twilio.deliveries().dropping((event) -> event.type().equals(Event.ROUTING));
		inbound();
		assertThat(this.service.names()).containsExactly("onConversationAdded", "onParticipantAdded");
		assertThat(this.twilio.journal().notes()).containsExactly("routing is dropped");
	}

	@Test
	void eventsAreDelayed() {
		this.twilio.deliveries().delayed(Duration.ofMillis(20));
		long start = System.nanoTime();
		inbound();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
	}

	@Test
	void capturedEventsCanBeDelivered() {
		this.twilio.deliveries().capturing();
		inbound();
		assertThat(this.service.names()).isEmpty();
		List<Event> captured = this.twilio.deliveries().captured();
		assertThat(captured).extracting(Event::type)
			.containsExactly("onConversationAdded", "onParticipantAdded", Event.ROUTING);
		assertThat(this.twilio.deliveries().deliver(captured.get(2))).isEqualTo(200);
		assertThat(this.service.names()).containsExactly(ROUTING);
	}

	private void inbound() {
		this.twilio.inbound("+14155550101", "+15005550006", "Hello");
	}

}
