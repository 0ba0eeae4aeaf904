package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.conversation.Message;
import com.twilio.rest.conversations.v1.conversation.Participant;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.pretend.ListeningService.Received;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the events of a message from a customer. */
class InboundTests {

	private static final String LINA = "+14155550101";

	private static final String OUR_NUMBER = "+15005550006";

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account());

	private ListeningService service;

	@BeforeEach
	void start() throws IOException {
		this.service = new ListeningService();
		this.twilio.start(0).callbacksAt(this.service.url());
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@Test
	void inboundMessagePostsPreEventPostEventAndRouting() {
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		assertThat(this.service.names()).containsExactly("onConversationAdd", "onParticipantAdded",
				"/callbacks/routing");
	}

	@Test
	void formsAreSigned() {
		this.twilio.inbound(LINA, OUR_NUMBER, "Ça va? 100% & more");
		assertThat(this.service.received()).hasSize(3).allSatisfy((it) -> {
			assertThat(it.signature())
				.isEqualTo(SignedRequest.sign(ListeningService.PUBLIC_URL + it.path(), it.form(), SignedRequest.TOKEN));
			assertThat(it.contentType()).startsWith("application/x-www-form-urlencoded");
		});
	}

	@Test
	void preEventHasNoConversationSid() {
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		Received event = this.service.only("onConversationAdd");
		assertThat(event.path()).isEqualTo("/callbacks/conversations");
		assertThat(event.form()).doesNotContainKey("ConversationSid")
			.containsEntry("AccountSid", SignedRequest.ACCOUNT_SID)
			.containsEntry("Source", "SMS")
			.containsEntry("RetryCount", "0")
			.containsEntry("MessagingBinding.Address", LINA)
			.containsEntry("MessagingBinding.ProxyAddress", OUR_NUMBER)
			.containsEntry("MessageBody", "Hello")
			.containsEntry("Attributes", "{}")
			.containsEntry("ChatServiceSid", Account.SERVICE_SID)
			.containsEntry("State", "active");
		assertThat(Instant.parse(event.get("DateCreated"))).isBefore(Instant.now().plusSeconds(1));
	}

	@Test
	void postEventHasCustomerBinding() {
		String sid = this.twilio.inbound("whatsapp:" + LINA, "whatsapp:" + OUR_NUMBER, "Hello");
		Received event = this.service.only("onParticipantAdded");
		assertThat(event.form()).doesNotContainKey("Identity")
			.containsEntry("ConversationSid", sid)
			.containsEntry("Source", "WHATSAPP")
			.containsEntry("MessagingBinding.Type", "whatsapp")
			.containsEntry("MessagingBinding.Address", "whatsapp:" + LINA)
			.containsEntry("MessagingBinding.ProxyAddress", "whatsapp:" + OUR_NUMBER)
			.containsEntry("Attributes", "{}");
		assertThat(Participant.fetcher(sid, event.get("ParticipantSid"))
			.fetch(TwilioSdk.client(this.twilio))
			.getConversationSid()).isEqualTo(sid);
	}

	@Test
	void routingCallbackHasChangesOfPreEvent() {
		this.service.answers("onConversationAdd", 200, "{\"friendly_name\":\"Lina Berg\"}");
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		assertThat(this.service.only("/callbacks/routing").form()).doesNotContainKeys("EventType", "RetryCount")
			.containsEntry("ConversationSid", sid)
			.containsEntry("FriendlyName", "Lina Berg")
			.containsEntry("ConversationServiceSid", Account.SERVICE_SID)
			.containsEntry("MessagingBinding.Address", LINA)
			.containsEntry("MessagingBinding.ProxyAddress", OUR_NUMBER)
			.containsEntry("State", "active")
			.containsKeys("Attributes", "UniqueName", "DateCreated", "DateUpdated");
	}

	@Test
	void preEventResponseIsApplied() {
		this.service.answers("onConversationAdd", 200,
				"{\"friendly_name\":\"Lina Berg\",\"attributes\":\"{\\\"avatar\\\":\\\"https://x.example\\\"}\"}");
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		Conversation conversation = fetch(sid);
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		assertThat(conversation.getFriendlyName()).isEqualTo("Lina Berg");
		assertThat(conversation.getAttributes()).isEqualTo("{\"avatar\":\"https://x.example\"}");
	}

	@Test
	void emptyPreEventResponseChangesNothing() {
		for (String answer : new String[] { "", "OK", "{}", "{\"friendly_name\":null}" }) {
			this.twilio.reset();
			this.service.answers("onConversationAdd", 200, answer);
			Conversation conversation = fetch(this.twilio.inbound(LINA, OUR_NUMBER, "Hello"));
			assertThat(conversation.getFriendlyName()).isNull();
			assertThat(conversation.getAttributes()).isEqualTo("{}");
		}
	}

	@Test
	void preEventErrorLosesMessage() {
		for (int status : new int[] { 400, 404, 422, 500, 503 }) {
			this.twilio.reset();
			this.service.answers("onConversationAdd", status, "{}");
			assertThat(this.twilio.inbound(LINA, OUR_NUMBER, "Hello")).isNull();
			assertThat(Conversation.reader().read(TwilioSdk.client(this.twilio))).isEmpty();
			assertThat(this.twilio.journal().notes()).singleElement().asString().startsWith("A message is lost");
		}
		assertThat(this.service.names()).containsOnly("onConversationAdd");
	}

	@Test
	void invalidPreEventResponseLosesMessage() {
		for (String answer : new String[] { "[]", "{\"attributes\":{\"avatar\":\"x\"}}", "{\"attributes\":\"{avatar\"}",
				"{\"friendly_name\":\"" + "x".repeat(257) + "\"}" }) {
			this.twilio.reset();
			this.service.answers("onConversationAdd", 200, answer);
			assertThat(this.twilio.inbound(LINA, OUR_NUMBER, "Hello")).as(answer).isNull();
		}
	}

	@Test
	void preEventTimeoutChangesNothing() {
		this.twilio.conditions().webhookTimeout(Duration.ofSeconds(2));
		this.service.hangsOn("onConversationAdd");
		assertThat(fetch(this.twilio.inbound(LINA, OUR_NUMBER, "Hello")).getFriendlyName()).isNull();
		assertThat(this.service.names()).contains("onParticipantAdded", "/callbacks/routing");
	}

	@Test
	void eventIsTriedTwiceWhenServiceIsDown() {
		this.service.close();
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		assertThat(fetch(sid).getState()).isEqualTo(Conversation.State.ACTIVE);
		assertThat(this.twilio.journal().callbacks())
			.extracting((it) -> it.form().get("EventType"), (it) -> it.form().get("RetryCount"), Journal.Entry::status)
			.containsExactly(tuple("onConversationAdd", "0", 0), tuple("onConversationAdd", "1", 0),
					tuple("onParticipantAdded", "0", 0), tuple("onParticipantAdded", "1", 0), tuple(null, null, 0),
					tuple(null, null, 0));
	}

	@Test
	void postEventErrorIsNotRetried() {
		this.service.answers("onParticipantAdded", 500, "");
		this.service.answers("/callbacks/routing", 404, "");
		assertThat(this.twilio.inbound(LINA, OUR_NUMBER, "Hello")).isNotNull();
		assertThat(this.service.names()).containsExactly("onConversationAdd", "onParticipantAdded",
				"/callbacks/routing");
	}

	@Test
	void secondMessageStartsNoConversation() {
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		assertThat(this.twilio.inbound(LINA, OUR_NUMBER, "Anybody there?")).isEqualTo(sid);
		assertThat(this.service.received()).hasSize(3);
		assertThat(Message.reader(sid).read(TwilioSdk.client(this.twilio))).extracting(Message::getBody)
			.containsExactly("Hello", "Anybody there?");
	}

	@Test
	void simultaneousFirstMessagesStartOneConversation() {
		this.service.holds("onConversationAdd", 2);
		CompletableFuture<String> first = CompletableFuture
			.supplyAsync(() -> this.twilio.inbound(LINA, OUR_NUMBER, "Hello"));
		CompletableFuture<String> second = CompletableFuture
			.supplyAsync(() -> this.twilio.inbound(LINA, OUR_NUMBER, "Anybody there?"));
		assertThat(first.join()).isEqualTo(second.join());
		assertThat(Message.reader(first.join()).read(TwilioSdk.client(this.twilio))).hasSize(2);
		assertThat(this.service.names()).containsOnlyOnce("/callbacks/routing");
	}

	@Test
	void messageAfterCloseStartsNewConversation() {
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		this.twilio.close(sid);
		assertThat(this.twilio.inbound(LINA, OUR_NUMBER, "Hello again")).isNotEqualTo(sid);
	}

	@Test
	void onlySelectedEventsArePosted() {
		this.twilio.conditions().ticked("onConversationAdded", "onMessageAdded");
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		assertThat(this.service.names()).containsExactly("onConversationAdded", "onMessageAdded", "/callbacks/routing");
	}

	@Test
	void initializingConversationCannotBeChanged() {
		this.twilio.conditions().initializingFor(Duration.ofHours(1));
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		assertThat(fetch(sid).getState()).isEqualTo(Conversation.State.INITIALIZING);
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(
					() -> Participant.creator(sid).setIdentity("ada@example.com").create(TwilioSdk.client(this.twilio)))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(50386));
		this.twilio.activate(sid);
		assertThat(this.service.only("onConversationStateUpdated").form()).containsEntry("ConversationSid", sid)
			.containsEntry("StateFrom", "initializing")
			.containsEntry("StateTo", "active")
			.containsEntry("Reason", "EVENT");
		Participant.creator(sid).setIdentity("ada@example.com").create(TwilioSdk.client(this.twilio));
	}

	@Test
	void initializationEndsAfterConfiguredTime() {
		this.twilio.conditions().initializingFor(Duration.ofMillis(1));
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		await().until(() -> this.service.names().contains("onConversationStateUpdated"));
		assertThat(fetch(sid).getState()).isEqualTo(Conversation.State.ACTIVE);
	}

	@Test
	void groupMessageListsReceiversAndAuthorSeparately() {
		String sid = this.twilio.groupInbound(LINA, List.of("+13055550133"), OUR_NUMBER, "Hello all");
		for (String name : new String[] { "onConversationAdd", "/callbacks/routing" }) {
			assertThat(this.service.only(name).form())
				.containsEntry("MessagingBinding.Address", "+13055550133, " + OUR_NUMBER)
				.containsEntry("MessagingBinding.AuthorAddress", LINA)
				.doesNotContainKeys("MessagingBinding.ProxyAddress", "MessagingBinding.ProjectedAddress");
		}
		assertThat(this.service.received()).filteredOn((it) -> it.name().equals("onParticipantAdded"))
			.extracting((it) -> it.get("MessagingBinding.Address"), (it) -> it.get("MessagingBinding.ProjectedAddress"))
			.containsExactly(tuple(LINA, null), tuple("+13055550133", null), tuple(null, OUR_NUMBER));
		assertThat(this.twilio.groupInbound("+13055550133", List.of(LINA), OUR_NUMBER, "Hi")).isEqualTo(sid);
	}

	@Test
	void workerJoinsGroupOnlyWithProjectedAddress() {
		String sid = this.twilio.groupInbound(LINA, List.of("+13055550133"), OUR_NUMBER, "Hello all");
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(
					() -> Participant.creator(sid).setIdentity("ada@example.com").create(TwilioSdk.client(this.twilio)))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(50435));
		Participant.creator(sid)
			.setIdentity("ada@example.com")
			.setMessagingBindingProjectedAddress(OUR_NUMBER)
			.create(TwilioSdk.client(this.twilio));
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
	}

	private Conversation fetch(String sid) {
		return Conversation.fetcher(sid).fetch(TwilioSdk.client(this.twilio));
	}

}
