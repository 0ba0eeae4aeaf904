package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Responses to events of existing conversations, and to invalid events. */
@RunningServiceWithTwilio
class ConversationsCallbackScenarioTests {

	private static final String SID = "CH0123456789abcdef0123456789abcdef";

	private static final List<String> EVENTS = List.of("onConversationAdded", "onParticipantAdded",
			"onParticipantUpdated", "onParticipantRemoved", "onConversationStateUpdated", "onConversationRemoved");

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	private final String service;

	ConversationsCallbackScenarioTests(@LocalServerPort int port) {
		this.service = "http://localhost:" + port;
	}

	@ParameterizedTest
	@MethodSource
	void invalidConversationSidIs400AndCausesNoTwilioCall(String sid) throws Exception {
		for (String event : EVENTS) {
			assertRefused(event(event).with("ConversationSid", sid), "/callbacks/conversations");
		}
		assertRefused(form("/callbacks/routing").with("ConversationSid", sid), "/callbacks/routing");
		this.settled.await();
		assertThat(this.twilio.journal().restCalls()).isEmpty();
		assertThat(this.settled.dead()).isEmpty();
	}

	static Stream<String> invalidConversationSidIs400AndCausesNoTwilioCall() {
		return Stream.of("", " ", "CH", "CH123", SID + "0", "IS" + SID.substring(2), "ch" + SID.substring(2),
				SID.replace('a', 'g'), "../Users/ada", SID + "/Participants", SID + "\n", " " + SID,
				SID + "?PageSize=1", "CH" + "\u0660".repeat(32));
	}

	@Test
	void missingOrRepeatedConversationSidIs400() throws Exception {
		for (String event : EVENTS) {
			assertRefused(event(event), "/callbacks/conversations");
			assertRefused(event(event).with("ConversationSid", SID).with("ConversationSid", SID.replace('a', 'b')),
					"/callbacks/conversations");
		}
		assertRefused(form("/callbacks/routing"), "/callbacks/routing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/callbacks/conversations", "/callbacks/routing" })
	void eventOfOtherAccountIs403(String path) throws Exception {
		SignedRequest form = SignedRequest.to(RunningService.PUBLIC_URL + path)
			.with("AccountSid", "AC" + "f".repeat(32))
			.with("EventType", "onParticipantAdded")
			.with("ConversationSid", SID);
		assertThat(form.post(this.service + path).statusCode()).isEqualTo(403);
		this.settled.await();
		assertThat(this.twilio.journal().restCalls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "onConversationUpdated", "onMessageAdd", "onMessageAdded", "onUserUpdated",
			"onSomethingNew", "", "onparticipantadded", "onParticipantAdded2" })
	void irrelevantEventIsAnsweredWithEmptyObject(String event) throws Exception {
		HttpResponse<String> response = post(event(event).with("ConversationSid", SID), "/callbacks/conversations");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{}");
		response = post(form("/callbacks/conversations").with("ConversationSid", SID), "/callbacks/conversations");
		assertThat(response.statusCode()).isEqualTo(200);
		this.settled.await();
		assertThat(this.twilio.journal().restCalls()).isEmpty();
	}

	@Test
	void everyEventIsAnsweredWithEmptyObjectAndNamesConversation() throws Exception {
		this.twilio.deliveries().dropping((event) -> true);
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		for (String event : EVENTS) {
			HttpResponse<String> response = post(
					event(event).with("ConversationSid", sid).with("StateTo", "active").with("Attributes", "no json"),
					"/callbacks/conversations");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isEqualTo("{}");
		}
		this.settled.await();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		// The routing callback, which requests a worker, was not sent.
		assertThat(this.twilio.workersOf(sid)).isEmpty();
	}

	private void assertRefused(SignedRequest form, String path) throws Exception {
		HttpResponse<String> response = post(form, path);
		assertThat(response.statusCode()).as(form.body()).isEqualTo(400);
		assertThat(response.body()).contains("ConversationSid");
	}

	private static SignedRequest event(String type) {
		return form("/callbacks/conversations").with("EventType", type);
	}

	private static SignedRequest form(String path) {
		return SignedRequest.to(RunningService.PUBLIC_URL + path).with("AccountSid", SignedRequest.ACCOUNT_SID);
	}

	private HttpResponse<String> post(SignedRequest form, String path) throws Exception {
		return form.post(this.service + path);
	}

}
