package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.conversation.Participant;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the events of a worker's actions in the app. */
class OutboundTests {

	private static final String ADA = "ada@example.com";

	private static final String LINA = "+14155550101";

	private static final String OUTGOING = "/callbacks/outgoing-conversation";

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account());

	private ListeningService service;

	private TwilioRestClient sdk;

	@BeforeEach
	void listen() throws IOException {
		this.service = new ListeningService();
		this.sdk = TwilioSdk.client(this.twilio.start(0).callbacksAt(this.service.url()));
		this.service.answers(OUTGOING, 200, "{\"proxy_address\":\"+15005550006\"}");
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@Test
	void appRequestsProxyAddressThenAddsCustomerAndWorker() {
		String sid = start();
		assertThat(this.service.names()).containsExactly("onConversationAdd", OUTGOING, "onParticipantAdded",
				"onParticipantAdded");
		assertThat(this.service.only(OUTGOING).form()).containsEntry("Location", "GetProxyAddress")
			.containsEntry("Worker", ADA)
			.containsEntry("CustomerId", "1001")
			.containsEntry("ChannelType", "sms")
			.containsEntry("ChannelValue", LINA);
		assertThat(this.service.only("onConversationAdd").form()).containsEntry("Source", "API")
			.doesNotContainKey("MessagingBinding.Address");
		assertThat(Participant.reader(sid).read(this.sdk))
			.extracting(Participant::getIdentity, Participant::getAttributes)
			.containsExactly(tuple(null, "{\"customer_id\":\"1001\"}"), tuple(ADA, "{}"));
		assertThat(this.service.received().get(3).form()).containsEntry("Identity", ADA)
			.doesNotContainKey("MessagingBinding.Address");
	}

	@Test
	void conversationNeedsMatchingProxyAddress() {
		for (String answer : new String[] { "{}", "OK", "{\"proxy_address\":\"5005550006\"}",
				"{\"proxy_address\":\"whatsapp:+15005550006\"}", "{\"proxy_address\":\"" + LINA + "\"}" }) {
			this.service.answers(OUTGOING, 200, answer);
			assertThat(start()).as(answer).isNull();
		}
		this.service.answers(OUTGOING, 403, "{}");
		assertThat(start()).isNull();
		assertThat(Conversation.reader().read(this.sdk)).isEmpty();
	}

	@Test
	void conversationNeedsFreeAddressPair() {
		this.twilio.inbound(LINA, "+15005550006", "Hello");
		assertThat(start()).isNull();
		assertThat(this.twilio.journal().notes()).singleElement().asString().contains("already engaged");
	}

	@Test
	void closingConversationPostsEvent() {
		String sid = start();
		this.twilio.close(sid);
		assertThat(this.service.only("onConversationStateUpdated").form()).containsEntry("ConversationSid", sid)
			.containsEntry("StateFrom", "active")
			.containsEntry("StateTo", "closed")
			.containsKeys("StateUpdated", "Reason", "ChatServiceSid", "MessagingServiceSid");
	}

	@Test
	void joiningAndLeavingPostEvents() {
		this.twilio.conditions().ticked("onParticipantAdded", "onParticipantRemoved");
		String sid = start();
		this.twilio.join(sid, "ben@example.com");
		this.twilio.leave(sid, ADA);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(this.service.only("onParticipantRemoved").get("Identity")).isEqualTo(ADA);
		assertThat(this.twilio.audit().writes()).isZero();
	}

	@Test
	void restChangePostsEventOnlyWithWebhookHeader() {
		this.twilio.conditions()
			.ticked("onConversationAdd", "onConversationAdded", "onConversationUpdated", "onConversationStateUpdated",
					"onConversationRemoved", "onParticipantAdded", "onParticipantUpdated", "onParticipantRemoved");
		changes("false");
		assertThat(this.service.names()).isEmpty();
		changes("true");
		assertThat(this.service.names()).containsExactly("onConversationAdd", "onConversationAdded",
				"onParticipantAdded", "onParticipantUpdated", "onParticipantRemoved", "onConversationUpdated",
				"onConversationStateUpdated", "onConversationRemoved");
		assertThat(this.service.received()).allSatisfy((it) -> assertThat(it.get("Source")).isEqualTo("API"));
	}

	private void changes(String enabled) {
		var withEvents = Conversation.WebhookEnabledType.forValue(enabled);
		var participantsToo = Participant.WebhookEnabledType.forValue(enabled);
		String sid = Conversation.creator().setXTwilioWebhookEnabled(withEvents).create(this.sdk).getSid();
		Participant.creator(sid).setIdentity(ADA).setXTwilioWebhookEnabled(participantsToo).create(this.sdk);
		Participant.updater(sid, ADA)
			.setAttributes("{\"a\":1}")
			.setXTwilioWebhookEnabled(participantsToo)
			.update(this.sdk);
		Participant.deleter(sid, ADA).setXTwilioWebhookEnabled(participantsToo).delete(this.sdk);
		Conversation.updater(sid)
			.setState(Conversation.State.CLOSED)
			.setXTwilioWebhookEnabled(withEvents)
			.update(this.sdk);
		Conversation.deleter(sid).setXTwilioWebhookEnabled(withEvents).delete(this.sdk);
	}

	private String start() {
		return this.twilio.startOutbound(ADA, "1001", "sms", LINA);
	}

}
