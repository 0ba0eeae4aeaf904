package io.frontlineservice.twilio.rest;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static io.frontlineservice.twilio.rest.StubbedTwilio.PARTICIPANT;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frontlineservice.conversation.gateway.Addition;
import io.frontlineservice.conversation.gateway.ChatUser;
import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests to Twilio byte for byte, and the mapping of its responses. */
class TwilioConversationsTests {

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@Test
	void conversationIsFetchedBySid() {
		this.twilio.answers(200, conversation("inactive"));

		Conversation conversation = this.twilio.gateway().conversation(sid(CONVERSATION));

		assertThat(conversation).isEqualTo(new Conversation(sid(CONVERSATION), State.INACTIVE, "Lina", "{\"a\":1}",
				Instant.parse("2026-01-02T03:04:05Z")));
		assertRequest(RequestMethod.GET, "conversations.twilio.com", "/v1/Conversations/" + CONVERSATION, "");
	}

	@ParameterizedTest
	@CsvSource({ "initializing, INITIALIZING", "active, ACTIVE", "inactive, INACTIVE", "closed, CLOSED",
			"of-tomorrow, ACTIVE" })
	void stateIsMappedAndAnUnknownStateIsActive(String state, State expected) {
		this.twilio.answers(200, conversation(state));

		assertThat(this.twilio.gateway().conversation(sid(CONVERSATION)).state()).isEqualTo(expected);
	}

	@Test
	void participantsAreWorkersAndCustomers() {
		this.twilio.answers(200, """
				{"participants": [
				  {"sid": "MB1", "identity": "ada@example.com", "attributes": "{}", "messaging_binding": null},
				  {"sid": "MB2", "identity": null, "attributes": "{\\"b\\":2}", "messaging_binding":
				    {"type": "whatsapp", "address": "whatsapp:+14155550101", "proxy_address": "whatsapp:+14155238886"}},
				  {"sid": "MB3", "messaging_binding": {"type": "sms", "projected_address": "+15005550006"}}],
				 "meta": {"url": "https://conversations.twilio.com/v1/x", "page_size": 100, "next_page_url": null,
				   "previous_page_url": null, "first_page_url": "https://conversations.twilio.com/v1/x"}}""");

		assertThat(this.twilio.gateway().participants(sid(CONVERSATION))).containsExactly(
				new Participant("MB1", "ada@example.com", "{}", null, null, null),
				new Participant("MB2", null, "{\"b\":2}", "whatsapp:+14155550101", "whatsapp:+14155238886", null),
				new Participant("MB3", null, null, null, null, "+15005550006"));
		assertRequest(RequestMethod.GET, "conversations.twilio.com",
				"/v1/Conversations/" + CONVERSATION + "/Participants?PageSize=100", "");
	}

	@Test
	void onlyGivenFieldsOfAConversationAreSent() {
		this.twilio.answers(200, conversation("active"));

		this.twilio.gateway().describe(sid(CONVERSATION), "Lina Ünal & Söhne", null);

		assertRequest(RequestMethod.POST, "conversations.twilio.com", "/v1/Conversations/" + CONVERSATION,
				"FriendlyName=Lina+%C3%9Cnal+%26+S%C3%B6hne");
	}

	@Test
	void conversationIsDescribedByNameAndAttributes() {
		this.twilio.answers(200, conversation("active"));

		this.twilio.gateway().describe(sid(CONVERSATION), "Lina", "{\"avatar\":\"https://x\"}");

		assertRequest(RequestMethod.POST, "conversations.twilio.com", "/v1/Conversations/" + CONVERSATION,
				"Attributes=%7B%22avatar%22%3A%22https%3A%2F%2Fx%22%7D&FriendlyName=Lina");
	}

	@Test
	void participantIsDescribedByAttributes() {
		this.twilio.answers(200, "{\"sid\": \"MB1\"}");

		this.twilio.gateway().describeParticipant(sid(CONVERSATION), PARTICIPANT, "{}");

		assertRequest(RequestMethod.POST, "conversations.twilio.com",
				"/v1/Conversations/" + CONVERSATION + "/Participants/" + PARTICIPANT, "Attributes=%7B%7D");
	}

	@Test
	void workerIsAddedByIdentityAsWritten() {
		this.twilio.answers(201, "{\"sid\": \"MB1\"}");

		Addition addition = this.twilio.gateway().addWorker(sid(CONVERSATION), identity("Ada+1@example.com"), null);

		assertThat(addition).isEqualTo(Addition.ADDED);
		assertRequest(RequestMethod.POST, "conversations.twilio.com",
				"/v1/Conversations/" + CONVERSATION + "/Participants", "Identity=Ada%2B1%40example.com");
	}

	@Test
	void workerIsAddedToAGroupWithItsProjectedAddress() {
		this.twilio.answers(201, "{\"sid\": \"MB1\"}");

		this.twilio.gateway().addWorker(sid(CONVERSATION), identity("ada"), "+15005550006");

		assertRequest(RequestMethod.POST, "conversations.twilio.com",
				"/v1/Conversations/" + CONVERSATION + "/Participants",
				"Identity=ada&MessagingBinding.ProjectedAddress=%2B15005550006");
	}

	@Test
	void conversationsAreListedSinceAnInstant() {
		this.twilio.answers(200, """
				{"conversations": [%s], "meta": {"url": "https://conversations.twilio.com/v1/x", "page_size": 100,
				 "next_page_url": null, "previous_page_url": null, "first_page_url": "https://x"}}"""
			.formatted(conversation("active")));
		List<Conversation> conversations = new ArrayList<>();

		this.twilio.gateway().conversationsSince(Instant.parse("2026-01-02T03:04:05.678Z"), conversations::add);

		assertThat(conversations).extracting(Conversation::sid).containsExactly(sid(CONVERSATION));
		LoggedRequest request = this.twilio.request();
		assertThat(request.getUrl()).startsWith("/v1/Conversations?");
		assertThat(request.getUrl().split("[?&]")).contains("StartDate=2026-01-02T00%3A00%3A00Z", "PageSize=100")
			.hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "active, true, AVAILABLE", "active, false, UNAVAILABLE", "active, null, UNAVAILABLE",
			"deactivated, true, DEACTIVATED", "deactivated, false, DEACTIVATED" })
	void statusOfAWorkerIsReadFromFrontline(String state, String available, WorkerStatus expected) {
		this.twilio.answers(200,
				"{\"sid\": \"US1\", \"state\": \"%s\", \"is_available\": %s}".formatted(state, available));

		assertThat(this.twilio.gateway().statusOf(identity("ada@example.com"))).isEqualTo(expected);

		assertRequest(RequestMethod.GET, "frontline-api.twilio.com", "/v1/Users/ada%40example.com", "");
	}

	@Test
	void userIsReadFromConversations() {
		this.twilio.answers(200, "{\"sid\": \"US1\", \"friendly_name\": \"Ada\", \"attributes\": \"{}\"}");

		assertThat(this.twilio.gateway().user(identity("ada@example.com"))).isEqualTo(new ChatUser("Ada", "{}"));

		assertRequest(RequestMethod.GET, "conversations.twilio.com", "/v1/Users/ada%40example.com", "");
	}

	@Test
	void userIsDescribed() {
		this.twilio.answers(200, "{\"sid\": \"US1\"}");

		this.twilio.gateway().describeUser(identity("ada"), "Ada", "{}");

		assertRequest(RequestMethod.POST, "conversations.twilio.com", "/v1/Users/ada",
				"Attributes=%7B%7D&FriendlyName=Ada");
	}

	@Test
	void apiKeyIsUsedInsteadOfTheAccount() {
		this.twilio.answers(200, conversation("active"));
		Credentials key = new Credentials("SK" + "c".repeat(32), Secret.of("secret-of-the-key"));

		this.twilio.gateway(this.twilio.server.baseUrl(), StubbedTwilio.LONG_LIMITS, key, null, null)
			.conversation(sid(CONVERSATION));

		assertThat(this.twilio.request().getHeader("Authorization"))
			.isEqualTo(basic(key.username(), "secret-of-the-key"));
	}

	@Test
	void regionAndEdgeArePartOfTheHost() {
		this.twilio.answers(200, conversation("active"));

		this.twilio
			.gateway(this.twilio.server.baseUrl(), StubbedTwilio.LONG_LIMITS, StubbedTwilio.ACCOUNT, "ie1", "dublin")
			.conversation(sid(CONVERSATION));

		assertThat(this.twilio.request().getHeader("Host")).isEqualTo("conversations.dublin.ie1.twilio.com");
	}

	@ParameterizedTest
	@CsvSource({ "a/b, a%2Fb", "a?b=c, a%3Fb%3Dc", "a#b, a%23b", "a%2Fb, a%252Fb", "a b+c, a%20b%2Bc",
			"../Configuration, ..%2FConfiguration", "a\\b, a%5Cb", "a;b:c, a%3Bb%3Ac", "{Sid}, %7BSid%7D",
			"ünï, %C3%BCn%C3%AF", "a.b, a.b", "' a ', %20a%20" })
	void identityIsEncodedAsOneSegmentOfThePath(String identity, String segment) {
		this.twilio.answers(200, "{\"sid\": \"US1\", \"state\": \"active\", \"is_available\": true}");

		assertThat(this.twilio.gateway().statusOf(identity(identity))).isEqualTo(WorkerStatus.AVAILABLE);

		assertThat(this.twilio.request().getUrl()).isEqualTo("/v1/Users/" + segment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", ".." })
	void identityThatCannotBeASegmentIsRefusedWithoutACall(String identity) {
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(TwilioRefusedException.class).isThrownBy(() -> gateway.statusOf(identity(identity)));
		assertThatExceptionOfType(TwilioRefusedException.class).isThrownBy(() -> gateway.user(identity(identity)));
		assertThatExceptionOfType(TwilioRefusedException.class)
			.isThrownBy(() -> gateway.describeUser(identity(identity), "Ada", null));
		assertThat(this.twilio.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ada, 400, 20001", "ada, 400, 0", "ada, 414, 0", "ada, 422, 12345", "a/b, 404, 0", "a\\b, 404, 0",
			"50%, 404, 0" })
	void statusAloneRejectsAnIdentity(String identity, int status, int code) {
		fails(status, code);

		assertThatExceptionOfType(TwilioRefusedException.class)
			.isThrownBy(() -> this.twilio.gateway().statusOf(identity(identity)));
	}

	@ParameterizedTest
	@CsvSource({ "403, 12345", "405, 12345", "401, 20003", "404, 0", "409, 12345", "429, 20429", "500, 20500" })
	void otherErrorsDoNotRejectAnIdentity(int status, int code) {
		fails(status, code);

		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> this.twilio.gateway().statusOf(identity("ada")));
	}

	private void fails(int status, int code) {
		this.twilio.answers(status, (code != 0) ? StubbedTwilio.error(status, code, "Refused") : "<html></html>");
	}

	private void assertRequest(RequestMethod method, String host, String url, String body) {
		LoggedRequest request = this.twilio.request();
		assertThat(request.getMethod()).isEqualTo(method);
		assertThat(request.getHeader("Host")).isEqualTo(host);
		assertThat(request.getUrl()).isEqualTo(url);
		assertThat(request.getBodyAsString()).isEqualTo(body);
		assertThat(request.getHeader("Authorization")).isEqualTo(basic("AC" + "a".repeat(32), "b".repeat(32)));
		assertThat(request.getHeader("Accept")).isEqualTo("application/json");
		assertThat(request.getHeader("User-Agent")).startsWith("twilio-java/");
		assertThat(request.containsHeader("X-Twilio-Webhook-Enabled")).isFalse();
		if (method.equals(RequestMethod.POST)) {
			assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
		}
	}

	private static String basic(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	private static String conversation(String state) {
		return """
				{"sid": "%s", "state": "%s", "friendly_name": "Lina", "attributes": "{\\"a\\":1}",
				 "date_created": "2026-01-02T03:04:05Z", "something_new": {}}""".formatted(CONVERSATION, state);
	}

}
