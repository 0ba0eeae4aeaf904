package io.frontlineservice.twilio.rest;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static io.frontlineservice.twilio.rest.StubbedTwilio.NOW;
import static io.frontlineservice.twilio.rest.StubbedTwilio.PARTICIPANT;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.twilio.TwilioAccount;
import io.frontlineservice.twilio.TwilioApi;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An API key of another account changes nothing in that account. */
@ExtendWith(OutputCaptureExtension.class)
class OtherAccountTests {

	private static final String OTHER = "AC" + "9".repeat(32);

	private static final String KEY = "SK" + "1".repeat(32);

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	private final PretendTwilio other = new PretendTwilio(
			new Account(OTHER, "e".repeat(32), (path, form) -> "unused").withKey(KEY, "secret"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<Object> events = new ArrayList<>();

	private TwilioTransport transport;

	@BeforeEach
	void start() {
		this.transport = new TwilioTransport(new TwilioApi(this.other.start(0).url()), StubbedTwilio.LONG_LIMITS);
	}

	@AfterEach
	void stop() throws Exception {
		this.transport.close();
		this.other.close();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void responseThatNamesAnotherAccountIsRefused(String name, Consumer<ConversationsGateway> call,
			CapturedOutput output) {
		this.twilio.answers(200, answer(OTHER));
		TwilioConversations gateway = this.twilio.gateway();

		TwilioUnavailableException refused = catchThrowableOfType(TwilioUnavailableException.class,
				() -> call.accept(gateway));

		assertThat(refused).as(name)
			.hasMessageContaining("frontline.twilio.api-key")
			.hasMessageContaining("another account")
			.hasMessageNotContaining(OTHER);
		assertThat(refused.needsOperator()).isTrue();
		assertThat(this.twilio.gauge("frontline.twilio.credentials.refused")).isEqualTo(1);
		assertThat(output.getOut()).containsOnlyOnce("is a key of another account");
	}

	@ParameterizedTest
	@MethodSource("calls")
	void responseThatNamesTheConfiguredAccountIsAccepted(String name, Consumer<ConversationsGateway> call) {
		this.twilio.answers(200, answer(StubbedTwilio.ACCOUNT.username().toUpperCase(Locale.ROOT)));

		assertThatCode(() -> call.accept(this.twilio.gateway())).as(name).doesNotThrowAnyException();
	}

	static Stream<Arguments> calls() {
		return Stream.of(call("conversation", (it) -> it.conversation(sid(CONVERSATION))),
				call("participants", (it) -> it.participants(sid(CONVERSATION))),
				call("describe", (it) -> it.describe(sid(CONVERSATION), "Lina", null)),
				call("describeParticipant", (it) -> it.describeParticipant(sid(CONVERSATION), PARTICIPANT, "{}")),
				call("addWorker", (it) -> it.addWorker(sid(CONVERSATION), identity("ada"), null)),
				call("conversationsSince", (it) -> it.conversationsSince(NOW, (conversation) -> {
				})), call("user", (it) -> it.user(identity("ada"))),
				call("describeUser", (it) -> it.describeUser(identity("ada"), "Ada", null)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"account_sid\": null", "\"attributes\": \"{\\\"account_sid\\\":\\\"AC9\\\"}\"",
			"\"friendly_name\": \"account_sid\"" })
	void attributesAndMissingAccountsAreNotCompared(String field) {
		this.twilio.answers(200, "{\"sid\": \"%s\", \"date_created\": \"%s\", %s}".formatted(CONVERSATION, NOW, field));

		assertThat(this.twilio.gateway().conversation(sid(CONVERSATION)).sid()).isEqualTo(sid(CONVERSATION));
	}

	@Test
	void keyOfAnotherAccountIsDetectedBeforeAnyOtherCall() {
		this.other.inbound("+14155550101", "+15005550006", "Hello?");
		ConversationsGateway gateway = new TwilioConversations(calls(SignedRequest.ACCOUNT_SID),
				Retries.production(new CountDownLatch(1)));

		assertRefused(() -> gateway.conversationsSince(Instant.EPOCH, (it) -> {
		}));
		assertRefused(() -> gateway.describe(sid(this.other.conversations().get(0).sid()), "Lina", null));
		assertRefused(() -> gateway.statusOf(identity("ada")));
		assertThat(this.other.journal().restCalls()).extracting((it) -> it.url())
			.allSatisfy((url) -> assertThat(url).endsWith("/v1/Configuration"));
		assertThat(this.other.audit().writes()).isZero();
	}

	@Test
	void accountOfTheKeyIsComparedOnce() {
		MeteredCalls calls = calls(OTHER);
		ConversationsGateway gateway = new TwilioConversations(calls, Retries.production(new CountDownLatch(1)));

		calls.compareAccount();
		gateway.statusOf(identity("ada"));
		gateway.statusOf(identity("ada"));
		assertThat(this.other.journal().restCalls()).filteredOn((it) -> it.url().endsWith("/v1/Configuration"))
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "401, 70051", "403, 20403", "404, 20404", "500, 20500", "429, 20429" })
	void keyThatMayNotReadTheConfigurationDoesNotStopReads(int status, int code) {
		this.other.faults().add(Fault.on(RestCall.FETCH_CONFIGURATION).answering(status, code).always());
		this.other.signIn("ada", true);
		ConversationsGateway gateway = new TwilioConversations(calls(SignedRequest.ACCOUNT_SID),
				Retries.production(new CountDownLatch(1)));
		String sid = this.other.inbound("+14155550101", "+15005550006", "Hello?");

		gateway.statusOf(identity("ada"));
		gateway.statusOf(identity("ada"));
		assertThat(this.other.journal().restCalls()).hasSize(3);
		// Every response is compared nevertheless.
		assertRefused(() -> gateway.participants(sid(sid)));
	}

	@ParameterizedTest
	@MethodSource("writes")
	void keyThatMayNotReadTheConfigurationWritesNothingBeforeAResponseNamesTheAccount(String name,
			Consumer<ConversationsGateway> write) {
		this.other.faults().add(Fault.on(RestCall.FETCH_CONFIGURATION).answering(401, 70051).always());
		this.other.signIn("ada", true);
		ConversationsGateway gateway = new TwilioConversations(calls(SignedRequest.ACCOUNT_SID),
				Retries.production(new CountDownLatch(1)));

		TwilioUnavailableException unconfirmed = catchThrowableOfType(TwilioUnavailableException.class,
				() -> write.accept(gateway));

		assertThat(unconfirmed).as(name).hasMessageContaining("frontline.twilio.api-key");
		assertThat(unconfirmed.needsOperator()).isFalse();
		assertThat(this.other.audit().writes()).isZero();
		assertThat(this.other.journal().restCalls())
			.allSatisfy((it) -> assertThat(it.url()).endsWith("/Configuration"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void keyThatMayNotReadTheConfigurationWritesAfterAResponseNamesTheAccount(boolean readConversation) {
		this.other.faults().add(Fault.on(RestCall.FETCH_CONFIGURATION).answering(401, 70051).always());
		this.other.signIn("ada", true);
		String sid = this.other.inbound("+14155550101", "+15005550006", "Hello?");
		ConversationsGateway gateway = new TwilioConversations(calls(OTHER), Retries.production(new CountDownLatch(1)));

		if (readConversation) {
			gateway.conversation(sid(sid));
		}
		else {
			gateway.user(identity("ada"));
		}

		gateway.describe(sid(sid), "Lina", null);
		gateway.addWorker(sid(sid), identity("ada"), null);
		gateway.describeUser(identity("ada"), "Ada", null);
		assertThat(this.other.audit().writes()).isEqualTo(3);
	}

	static Stream<Arguments> writes() {
		return calls().filter((it) -> String.valueOf(it.get()[0]).matches("describe.*|addWorker"));
	}

	@Test
	void writesThatAreNotMadeAreNotAnOutage() {
		this.other.faults().add(Fault.on(RestCall.FETCH_CONFIGURATION).answering(401, 70051).always());
		ConversationsGateway gateway = new TwilioConversations(calls(OTHER), Retries.production(new CountDownLatch(1)));

		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(TwilioUnavailableException.class)
				.isThrownBy(() -> gateway.describeUser(identity("ada"), "Ada", null));
		}
		gateway.statusOf(identity("ada"));

		assertThat(this.events).isEmpty();
	}

	private MeteredCalls calls(String accountSid) {
		TwilioAccount account = new TwilioAccount(accountSid, Secret.of("b".repeat(32)));
		RestSettings settings = new RestSettings(KEY, Secret.of("secret"), null, null, null);
		RestConfiguration configuration = new RestConfiguration();
		return configuration.twilioCalls(this.transport, account, settings, this.meters, this.events::add,
				Clock.systemUTC());
	}

	private static void assertRefused(Runnable call) {
		assertThat(catchThrowableOfType(TwilioUnavailableException.class, call::run))
			.hasMessage(OwnAccount.OTHER_ACCOUNT);
	}

	private static Arguments call(String name, Consumer<ConversationsGateway> call) {
		return Arguments.of(name, call);
	}

	private static String answer(String account) {
		String item = """
				{"sid": "%s", "account_sid": "%s", "date_created": "2026-05-06T07:08:09Z"}""".formatted(CONVERSATION,
				account);
		return """
				{"sid": "%s", "account_sid": "%s", "date_created": "2026-05-06T07:08:09Z", "conversations": [%s],
				 "participants": [%s], "meta": {"url": "https://conversations.twilio.com/v1/x", "page_size": 100,
				 "next_page_url": null, "previous_page_url": null, "first_page_url": "https://x"}}"""
			.formatted(CONVERSATION, account, item, item);
	}

}
