package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.ParticipantConversation;
import com.twilio.rest.conversations.v1.configuration.Webhook;
import com.twilio.rest.conversations.v1.conversation.Message;
import com.twilio.rest.conversations.v1.conversation.Participant;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the REST API with Twilio's own library. */
class RestTests {

	private static final String LINA = "+14155550101";

	private static final String OUR_NUMBER = "+15005550006";

	private static final String ADA = "ada@example.com";

	private final MovedClock clock = new MovedClock(Instant.parse("2026-11-22T10:00:00.123Z"));

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account(), this.clock);

	private TwilioRestClient sdk;

	@BeforeEach
	void start() {
		this.sdk = TwilioSdk.client(this.twilio.start(0));
	}

	@AfterEach
	void stop() {
		this.twilio.close();
	}

	@Test
	void conversationIsCreatedFetchedChangedAndDeleted() {
		String sid = Conversation.creator()
			.setFriendlyName("Lina")
			.setAttributes("{\"a\":1}")
			.create(this.sdk)
			.getSid();
		Conversation found = Conversation.fetcher(sid).fetch(this.sdk);
		assertThat(found.getFriendlyName()).isEqualTo("Lina");
		assertThat(found.getAttributes()).isEqualTo("{\"a\":1}");
		assertThat(found.getState()).isEqualTo(Conversation.State.ACTIVE);
		assertThat(found.getDateCreated()).isEqualTo("2026-11-22T10:00:00Z");
		assertThat(found.getAccountSid()).isEqualTo(SignedRequest.ACCOUNT_SID);
		assertThat(found.getLinks()).containsKey("participants");
		assertThat(Conversation.updater(sid).setFriendlyName("Lina Berg").update(this.sdk).getAttributes())
			.isEqualTo("{\"a\":1}");
		assertThat(Conversation.fetcher(sid).fetch(this.sdk).getFriendlyName()).isEqualTo("Lina Berg");
		assertThat(Conversation.deleter(sid).delete(this.sdk)).isTrue();
		assertFails(404, 20404, () -> Conversation.fetcher(sid).fetch(this.sdk));
		assertThat(this.twilio.audit().writes()).isEqualTo(3);
	}

	@Test
	void serviceScopedPathsAreEquivalent() {
		String sid = com.twilio.rest.conversations.v1.service.Conversation.creator(Account.SERVICE_SID)
			.create(this.sdk)
			.getSid();
		com.twilio.rest.conversations.v1.service.conversation.Participant.creator(Account.SERVICE_SID, sid)
			.setIdentity(ADA)
			.create(this.sdk);
		assertThat(this.twilio.workersOf(sid)).containsExactly(ADA);
		assertFails(404, 20404,
				() -> com.twilio.rest.conversations.v1.service.Conversation.fetcher("IS" + "1".repeat(32), sid)
					.fetch(this.sdk));
	}

	@Test
	void listIsReadByPage() {
		for (int i = 0; i < 7; i++) {
			Conversation.creator().setFriendlyName("c" + i).create(this.sdk);
		}
		assertThat(StreamSupport.stream(Conversation.reader().setPageSize(3L).read(this.sdk).spliterator(), false)
			.map(Conversation::getFriendlyName)).containsExactly("c0", "c1", "c2", "c3", "c4", "c5", "c6");
		assertThat(this.twilio.journal().restCalls()).filteredOn((it) -> it.method().equals("GET"))
			.extracting(Journal.Entry::url)
			.containsExactly("https://conversations.twilio.com/v1/Conversations?PageSize=3",
					"https://conversations.twilio.com/v1/Conversations?PageSize=3&Page=1&PageToken=PT1",
					"https://conversations.twilio.com/v1/Conversations?PageSize=3&Page=2&PageToken=PT2");
	}

	@Test
	void listIsFilteredByDatesAndState() {
		String first = create();
		this.clock.move(Duration.ofDays(1));
		String second = create();
		Conversation.updater(second).setState(Conversation.State.CLOSED).update(this.sdk);
		this.clock.move(Duration.ofDays(1));
		String third = create();
		assertThat(sids("2026-11-23T00:00:00Z", null)).containsExactly(third, second);
		assertThat(sids("2026-11-24T00:00:00Z", null)).containsExactly(third);
		assertThat(sids(null, "2026-11-23T23:59:59Z")).containsExactly(second, first);
		assertThat(StreamSupport
			.stream(Conversation.reader().setState(Conversation.State.CLOSED).read(this.sdk).spliterator(), false)
			.map(Conversation::getSid)).containsExactly(second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2026-11-23", "2026-11-23T10:00:01Z", "2026-11-23T00:00:01Z",
			"2026-11-23T00:00:00.000Z", "2026-11-23T00:00Z", "2026-11-23T00:00:00+00:00", "2026-11-23T23:59:59Z",
			"2026-02-30T00:00:00Z", "T00:00:00Z", "" })
	void invalidStartDateIsRefused(String start) {
		assertFails(400, 20001, () -> sids(start, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-23", "2026-11-23T00:00:00Z", "2026-11-23T10:00:01Z", "2026-11-24T24:00:00Z" })
	void invalidEndDateIsRefused(String end) {
		assertFails(400, 20001, () -> sids(null, end));
	}

	@Test
	void conversationsOfSameSecondAreNewestFirst() {
		String first = create();
		String second = create();
		assertThat(sids("2026-11-22T00:00:00Z", null)).containsExactly(second, first);
	}

	@Test
	void participantsAreAddedByAddressAndByIdentity() {
		String sid = create();
		Participant lina = addCustomer(sid);
		assertThat(lina.getMessagingBinding()).isEqualTo(bindingOf(LINA, OUR_NUMBER));
		assertThat(lina.getAttributes()).isEqualTo("{}");
		Participant ada = Participant.creator(sid).setIdentity(ADA).create(this.sdk);
		assertThat(ada.getMessagingBinding()).isNull();
		assertThat(Participant.reader(sid).read(this.sdk)).extracting(Participant::getSid)
			.containsExactly(lina.getSid(), ada.getSid());
		assertThat(Participant.fetcher(sid, ADA).fetch(this.sdk).getSid()).isEqualTo(ada.getSid());
	}

	@Test
	void participantAttributesAreReplaced() {
		String sid = create();
		String lina = addCustomer(sid).getSid();
		Participant.updater(sid, lina).setAttributes("{\"customer_id\":\"98\"}").update(this.sdk);
		Participant.updater(sid, lina).setAttributes("{\"avatar\":\"https://x.example\"}").update(this.sdk);
		assertThat(Participant.fetcher(sid, lina).fetch(this.sdk).getAttributes())
			.isEqualTo("{\"avatar\":\"https://x.example\"}");
		assertThat(Participant.deleter(sid, lina).delete(this.sdk)).isTrue();
		assertFails(404, 20404, () -> Participant.fetcher(sid, lina).fetch(this.sdk));
	}

	@Test
	void participantCannotBeAddedTwice() {
		String sid = create();
		Participant.creator(sid).setIdentity(ADA).create(this.sdk);
		assertFails(409, 50433, () -> Participant.creator(sid).setIdentity(ADA).create(this.sdk));
		assertThat(this.twilio.workersOf(sid)).containsExactly(ADA);
		assertThat(this.twilio.audit().participantPosts(sid)).isEqualTo(2);
		assertThat(this.twilio.audit().writes()).isEqualTo(2);
	}

	@Test
	void identitiesAreCaseSensitive() {
		String sid = create();
		Participant.creator(sid).setIdentity(ADA).create(this.sdk);
		Participant.creator(sid).setIdentity("Ada@example.com").create(this.sdk);
		assertThat(this.twilio.workersOf(sid)).containsExactly(ADA, "Ada@example.com");
	}

	@Test
	void addressPairIsInOneOpenConversationOnly() {
		String first = create();
		addCustomer(first);
		String second = create();
		assertFails(409, 50416, () -> addCustomer(second));
		this.twilio.close(first);
		addCustomer(second);
	}

	@Test
	void openConversationsOfUserAreLimited() {
		this.twilio.conditions().conversationsOfAUser(1);
		String first = create();
		Participant.creator(first).setIdentity(ADA).create(this.sdk);
		String second = create();
		assertFails(400, 50214, () -> Participant.creator(second).setIdentity(ADA).create(this.sdk));
		this.twilio.close(first);
		Participant.creator(second).setIdentity(ADA).create(this.sdk);
	}

	@Test
	void invalidAddressIsRefused() {
		String sid = create();
		assertFails(400, 50407,
				() -> Participant.creator(sid)
					.setMessagingBindingAddress("0415 555 0101")
					.setMessagingBindingProxyAddress(OUR_NUMBER)
					.create(this.sdk));
	}

	@Test
	void closedConversationRejectsChanges() {
		String sid = create();
		String lina = addCustomer(sid).getSid();
		this.twilio.close(sid);
		assertFails(400, 50377, () -> Conversation.updater(sid).setFriendlyName("x").update(this.sdk));
		assertFails(400, 50377, () -> Participant.creator(sid).setIdentity(ADA).create(this.sdk));
		assertFails(400, 50377, () -> Participant.updater(sid, lina).setAttributes("{}").update(this.sdk));
		assertThat(Conversation.fetcher(sid).fetch(this.sdk).getState()).isEqualTo(Conversation.State.CLOSED);
	}

	@Test
	void resourcesOfUnknownConversationAreNotFound() {
		String sid = "CH" + "0".repeat(32);
		assertFails(404, 50350, () -> Participant.creator(sid).setIdentity(ADA).create(this.sdk));
		assertFails(404, 50350, () -> Participant.reader(sid).read(this.sdk));
		assertFails(404, 20404, () -> Conversation.updater(sid).setFriendlyName("x").update(this.sdk));
	}

	@Test
	void textLimitsAreEnforced() {
		String sid = create();
		String lina = addCustomer(sid).getSid();
		Conversation.updater(sid).setFriendlyName("x".repeat(256)).setAttributes(json(16 * 1024)).update(this.sdk);
		Participant.updater(sid, lina).setAttributes(json(4 * 1024)).update(this.sdk);
		assertFails(400, 20001, () -> Conversation.updater(sid).setFriendlyName("x".repeat(257)).update(this.sdk));
		assertFails(400, 20001, () -> Conversation.updater(sid).setAttributes(json(16 * 1024 + 1)).update(this.sdk));
		assertFails(400, 20001,
				() -> Participant.updater(sid, lina).setAttributes(json(4 * 1024 + 1)).update(this.sdk));
		assertFails(400, 20001, () -> Participant.updater(sid, lina).setAttributes("{a:1}").update(this.sdk));
	}

	@Test
	void conversationsAreFoundByAddressAndByIdentity() {
		String closed = create();
		addCustomer(closed);
		this.twilio.close(closed);
		String open = create();
		addCustomer(open);
		Participant.creator(open).setIdentity(ADA).create(this.sdk);
		assertThat(ParticipantConversation.reader().setAddress(LINA).read(this.sdk))
			.extracting(ParticipantConversation::getConversationSid, ParticipantConversation::getConversationState)
			.containsExactly(tuple(closed, ParticipantConversation.State.CLOSED),
					tuple(open, ParticipantConversation.State.ACTIVE));
		assertThat(ParticipantConversation.reader().setIdentity(ADA).read(this.sdk))
			.extracting(ParticipantConversation::getConversationSid)
			.containsExactly(open);
		assertFails(400, 20001, () -> ParticipantConversation.reader().read(this.sdk));
	}

	@Test
	void messagesAreKeptInOrder() {
		String sid = create();
		Message.creator(sid).setAuthor(ADA).setBody("Hello").create(this.sdk);
		Message.creator(sid).setBody("Again").create(this.sdk);
		assertThat(Message.reader(sid).read(this.sdk)).extracting(Message::getIndex, Message::getBody)
			.containsExactly(tuple(0, "Hello"), tuple(1, "Again"));
	}

	@Test
	void selectedEventsAreSetByRest() {
		Webhook.updater()
			.setFilters(List.of("onMessageAdded"))
			.setPreWebhookUrl("https://pre.example")
			.update(this.sdk);
		Webhook webhook = Webhook.fetcher().fetch(this.sdk);
		assertThat(webhook.getFilters()).containsExactly("onMessageAdded");
		assertThat(webhook.getPreWebhookUrl()).isEqualTo("https://pre.example");
		assertThat(this.twilio.conditions().isTicked("onMessageAdded")).isTrue();
		assertThat(this.twilio.conditions().isTicked("onParticipantAdded")).isFalse();
	}

	@Test
	void callWithoutTokenOrKeyIsRefused() {
		assertFails(401, 20003, () -> Conversation.reader()
			.read(TwilioSdk.client(this.twilio, SignedRequest.ACCOUNT_SID, "f".repeat(32))));
		String keySid = "SK" + "1".repeat(32);
		try (PretendTwilio keyed = new PretendTwilio(ListeningService.account().withKey(keySid, "secret")).start(0)) {
			Conversation.creator().create(TwilioSdk.client(keyed, keySid, "secret"));
			Conversation.creator().create(TwilioSdk.client(keyed));
			assertFails(401, 20003, () -> Conversation.creator().create(TwilioSdk.client(keyed, keySid, "other")));
		}
	}

	private String create() {
		return Conversation.creator().create(this.sdk).getSid();
	}

	private Participant addCustomer(String sid) {
		return Participant.creator(sid)
			.setMessagingBindingAddress(LINA)
			.setMessagingBindingProxyAddress(OUR_NUMBER)
			.create(this.sdk);
	}

	private List<String> sids(String start, String end) {
		return StreamSupport
			.stream(Conversation.reader().setStartDate(start).setEndDate(end).read(this.sdk).spliterator(), false)
			.map(Conversation::getSid)
			.toList();
	}

	private static Map<String, String> bindingOf(String address, String proxyAddress) {
		Map<String, String> binding = new HashMap<>();
		binding.put("type", "sms");
		binding.put("address", address);
		binding.put("proxy_address", proxyAddress);
		binding.put("projected_address", null);
		return binding;
	}

	private static String json(int length) {
		return "\"" + "x".repeat(length - 2) + "\"";
	}

	private static void assertFails(int status, int code, ThrowingCallable call) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex.getCode()).isEqualTo(code);
			assertThat(ex.getStatusCode()).isEqualTo(status);
		});
	}

}
