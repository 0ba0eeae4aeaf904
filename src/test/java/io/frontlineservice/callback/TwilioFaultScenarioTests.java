package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.MARCUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.Management;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Despite faults of Twilio's REST API, all work is done and no worker is added twice. */
@RunningServiceWithTwilio
class TwilioFaultScenarioTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	private final Management management;

	TwilioFaultScenarioTests(@LocalManagementPort int managementPort) {
		this.management = new Management(managementPort);
	}

	@ParameterizedTest
	@MethodSource
	void conversationIsSettledOnceAfterOneFault(Fault fault) {
		this.twilio.faults().add(fault);
		assertSettled(inbound(LINA));
	}

	static Stream<Fault> conversationIsSettledOnceAfterOneFault() {
		return Stream.of(Fault.on(RestCall.ADD_PARTICIPANT), Fault.on(RestCall.ADD_PARTICIPANT).butDone(),
				Fault.on(RestCall.ADD_PARTICIPANT).hangingUp(),
				Fault.on(RestCall.ADD_PARTICIPANT).butDone().hangingUp(),
				Fault.on(RestCall.ADD_PARTICIPANT).answering(409, 50433).butDone(),
				Fault.on(RestCall.ADD_PARTICIPANT).answering(409, 50391),
				Fault.on(RestCall.ADD_PARTICIPANT).answering(409, 50386),
				Fault.on(RestCall.ADD_PARTICIPANT).answeringHtml(502, "<html>Bad Gateway</html>"),
				Fault.on(RestCall.UPDATE_PARTICIPANT).butDone(), Fault.on(RestCall.LIST_PARTICIPANTS),
				Fault.on(RestCall.FETCH_CONVERSATION).answeringHtml(404, "not here"),
				Fault.on(RestCall.FETCH_FRONTLINE_USER), Fault.on(RestCall.UPDATE_PARTICIPANT).answering(412, 20412),
				Fault.on(RestCall.UPDATE_CONVERSATION).answering(412, 50412).butDone(),
				Fault.on(RestCall.UPDATE_CONVERSATION).answering(409, 50999),
				Fault.on(RestCall.ADD_PARTICIPANT).answering(409, 50999).butDone(),
				Fault.on(RestCall.FETCH_CONVERSATION).answering(429, 20429).retryAfter("1"));
	}

	@Test
	void lateResponseDoesNotAddWorkerTwice() {
		this.twilio.faults().add(Fault.on(RestCall.ADD_PARTICIPANT).onlyLate(Duration.ofMillis(5500)));
		assertSettled(inbound(LINA));
		await().atMost(Duration.ofSeconds(10))
			.until(() -> this.twilio.journal().restCalls().stream().anyMatch((it) -> it.millis() > 5000));
		assertThat(this.twilio.workersOf(this.twilio.conversations().get(0).sid())).containsExactly("ada@example.com");
	}

	@Test
	void workWaitsUntilCredentialsAreFixed() {
		this.twilio.faults().add(Fault.onAnything().answering(401, 20003).always());
		String sid = inbound(LINA);
		await().until(() -> !this.twilio.journal().restCalls().isEmpty());
		assertThat(this.settled.waiting()).isPositive();
		assertThat(this.settled.dead()).isEmpty();
		this.twilio.faults().clear();
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.settled.hasten();
			return this.settled.waiting() == 0;
		});
		assertSettled(sid);
	}

	@Test
	void workerWithTooManyConversationsIsSkipped() throws Exception {
		this.twilio.conditions().conversationsOfAUser(1);
		assertSettled(inbound(LINA));
		String second = inbound(MARCUS);
		this.settled.await();
		assertThat(this.twilio.workersOf(second)).containsExactly("dmitri@example.com");
		assertThat(this.management.get("/routing/" + second)).contains("too many conversations (50214)");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void refusedWorkIsDeadLetterUntilOperatorRetriesIt(CapturedOutput output) throws Exception {
		// A second event could start a second attempt.
		this.twilio.conditions().ticked();
		this.twilio.faults().add(Fault.on(RestCall.ADD_PARTICIPANT).answering(400, 50407).always());
		String sid = inbound(LINA);
		await().atMost(Duration.ofSeconds(20)).until(() -> this.settled.dead().contains(sid));
		assertThat(this.management.get("/deadLetters")).contains("\"subject\":\"" + sid, "settle-conversation",
				"Twilio refused (status 400, error 50407)");
		// A run may be put off for another step that fails on a busy machine, never for
		// this one.
		await().untilAsserted(
				() -> assertThat(output).contains("The job settle-conversation was given up: Twilio refused"));
		assertThat(output).doesNotContain("The job settle-conversation was put off: Twilio refused");
		assertThat(this.twilio.audit().participantPosts(sid)).isBetween(1, this.settled.triesOf(sid));
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		this.twilio.faults().clear();
		assertThat(this.management.post("/deadLetters/settle-conversation/" + sid)).isEqualTo("{\"retried\":1}");
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.settled.dead()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "..", "visitor", "a/b", "50%" })
	void participantWhoseIdentityFrontlineRefusesIsNotAWorker(String identity) {
		this.twilio.faults()
			.add(Fault.on("GET", "/v1/Users/(visitor|a(/|%2F)b|50(%|%25))").answering(400, 20001).always());
		this.twilio.deliveries().capturing();
		String sid = inbound(LINA);
		this.twilio.join(sid, identity);
		this.twilio.deliveries().captured().forEach((event) -> this.twilio.deliveries().deliver(event));
		this.settled.awaitRetries();
		assertThat(this.twilio.workersOf(sid)).containsExactly(identity, "ada@example.com");
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes())
			.contains("\"customer_id\":\"1001\"");
		assertThat(this.settled.dead()).isEmpty();
	}

	@Test
	void closedOrMissingConversationIsNotChanged() {
		this.twilio.deliveries().capturing();
		String closed = inbound(LINA);
		this.twilio.close(closed);
		this.twilio.faults().add(Fault.on("GET", "/v1/Conversations/CH[^/]*").answering(404, 20404));
		this.twilio.deliveries().captured().forEach((event) -> this.twilio.deliveries().deliver(event));
		this.settled.await();
		assertThat(this.settled.dead()).isEmpty();
		assertThat(this.twilio.audit().writes()).isZero();
	}

	@Test
	void allWorkIsDoneWhileTwilioLimitsConcurrentCalls() throws Exception {
		this.twilio.faults().mostInFlight(3, null);
		List<String> sids = IntStream.range(0, 20).mapToObj((it) -> inbound("+1202555%04d".formatted(it))).toList();
		await().atMost(Duration.ofSeconds(40)).until(() -> {
			this.settled.hasten();
			return this.settled.waiting() == 0;
		});
		assertThat(sids)
			.allSatisfy((sid) -> assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com"));
		assertThat(this.twilio.audit().mostInFlight()).isLessThanOrEqualTo(10);
		assertThat(this.settled.dead()).isEmpty();
		assertThat(this.management.get("/prometheus")).contains("frontline_twilio_concurrency_limit");
	}

	@Test
	void backlogOfOutageIsDoneWithAtMostTenConcurrentCalls() {
		this.twilio.faults().add(Fault.onAnything().answeringHtml(503, "down").always());
		List<String> sids = IntStream.range(0, 30).mapToObj((it) -> inbound("+1202555%04d".formatted(it))).toList();
		await().until(() -> this.twilio.journal().restCalls().size() >= 30);
		assertThat(this.settled.waiting()).isEqualTo(30);
		this.twilio.faults().clear();
		this.settled.hasten();
		await().atMost(Duration.ofSeconds(40)).until(() -> this.settled.waiting() == 0);
		assertThat(sids).allSatisfy((sid) -> {
			assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
			assertThat(this.twilio.audit().participantPosts(sid)).isEqualTo(1);
		});
		assertThat(this.twilio.audit().mostInFlight()).isLessThanOrEqualTo(10);
	}

	@Test
	void waitingWorkIsRetriedAtOnceWhenTwilioAnswersAgain() {
		// No later event may start a retry.
		this.twilio.conditions().ticked();
		this.twilio.faults().add(Fault.onAnything().answeringHtml(503, "down").always());
		List<String> waiting = IntStream.range(0, 5).mapToObj((it) -> inbound("+1202555%04d".formatted(it))).toList();
		this.settled.postponeRetries();
		assertThat(this.settled.waiting()).isEqualTo(5);
		this.twilio.faults().clear();
		// Its settlement makes the first calls that Twilio answers.
		String next = inbound(LINA);
		await().atMost(Duration.ofSeconds(20)).until(() -> this.settled.waiting() == 0);
		assertSettled(next);
		assertThat(waiting)
			.allSatisfy((sid) -> assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com"));
	}

	private String inbound(String from) {
		return this.twilio.inbound(from, SMS, "Hello?");
	}

	private void assertSettled(String sid) {
		this.settled.awaitRetries();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes())
			.contains("\"customer_id\":\"1001\"");
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.settled.dead()).isEmpty();
	}

}
