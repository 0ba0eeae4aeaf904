package io.frontlineservice.twilio.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.conversation.gateway.Addition;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The translation of Twilio's errors. */
@ExtendWith(OutputCaptureExtension.class)
class TwilioErrorTests {

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@ParameterizedTest
	@CsvSource({ "404, 20404", "404, 50350", "400, 50350", "400, 50377", "404, 50432", "404, 50430", "404, 99999" })
	void unknownOrClosedConversationIsGone(int status, int code) {
		this.twilio.fails(status, code);
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(ConversationGoneException.class)
			.isThrownBy(() -> gateway.describe(sid(CONVERSATION), "Lina", null));
		assertThatExceptionOfType(ConversationGoneException.class)
			.isThrownBy(() -> gateway.addWorker(sid(CONVERSATION), identity("ada"), null));
		assertThatExceptionOfType(ConversationGoneException.class)
			.isThrownBy(() -> gateway.participants(sid(CONVERSATION)));
		assertThat(this.twilio.count("describe", "gone")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "404, 20404", "404, 50200" })
	void missingUserIsUnknownAndCannotBeDescribed(int status, int code) {
		this.twilio.fails(status, code);
		TwilioConversations gateway = this.twilio.gateway();

		assertThat(gateway.statusOf(identity("ada"))).isEqualTo(WorkerStatus.UNKNOWN);
		assertThat(gateway.user(identity("ada"))).isNull();
		assertThatExceptionOfType(TwilioRefusedException.class)
			.isThrownBy(() -> gateway.describeUser(identity("ada"), "Ada", null))
			.extracting(TwilioRefusedException::code)
			.isEqualTo(code);
		assertThat(this.twilio.count("status", "ok")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "409, 50433, ALREADY_THERE", "409, 50437, ALREADY_THERE", "403, 50214, WORKER_FULL",
			"400, 50214, WORKER_FULL" })
	void errorsOfAnAdditionAreResults(int status, int code, Addition expected) {
		this.twilio.fails(status, code);

		assertThat(this.twilio.gateway().addWorker(sid(CONVERSATION), identity("ada"), null)).isEqualTo(expected);
		assertThat(this.twilio.count("add_worker", "ok")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "409, 50416", "400, 50407", "400, 50417", "400, 50422", "400, 50435", "400, 20001", "409, 50433",
			"403, 50214", "413, 12345" })
	void otherRefusalsArePermanent(int status, int code) {
		this.twilio.fails(status, code);

		TwilioRefusedException refused = catchThrowableOfType(TwilioRefusedException.class,
				() -> this.twilio.gateway().describe(sid(CONVERSATION), "Lina", null));

		assertThat(refused.code()).isEqualTo(code);
		assertThat(refused).hasMessageContaining(String.valueOf(code)).hasMessageNotContaining("+1415");
		assertThat(this.twilio.count("describe", "refused")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "400, 50386", "409, 50391", "500, 20500", "503, 20503", "500, 20404", "502, 20003", "504, 50350",
			"408, 20001", "409, 50999", "409, 20001", "409, 0", "412, 20412", "412, 54103", "412, 0", "423, 20423",
			"425, 20425" })
	void failuresOfTwilioAreTemporary(int status, int code) {
		this.twilio.fails(status, code);

		TwilioUnavailableException unavailable = unavailable();

		assertThat(unavailable.after()).isNull();
		assertThat(unavailable).hasMessageContaining(String.valueOf(code)).hasMessageNotContaining("+1415");
		assertThat(this.twilio.count("describe", "unavailable")).isEqualTo(1);
	}

	@Test
	void initializingConversationIsTemporaryWithAnyCode() {
		this.twilio.answers(400, StubbedTwilio.error(400, 50999, "Conversation is in 'Initializing' state"));

		unavailable();
	}

	@ParameterizedTest
	@CsvSource({ "503, {}", "503, ''", "502, <html>+14155550199</html>", "404, <html></html>", "404, {}", "400, ''",
			"403, <html></html>", "400, []", "302, ''", "304, ''", "400, '{\"code\": null, \"message\": 1}'" })
	void errorWithoutTwiliosCodeIsTemporary(int status, String body) {
		this.twilio.answers(status, body);

		assertThat(unavailable()).hasMessageNotContaining("+1415");
	}

	@ParameterizedTest
	@CsvSource({ "{", "<html></html>", "''", "null", "[]", "{}" })
	void unreadableSuccessIsAFailure(String body, CapturedOutput output) {
		this.twilio.answers(200, body.isEmpty() ? "" : body);

		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> this.twilio.gateway().conversation(sid(CONVERSATION)));
		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> this.twilio.gateway().participants(sid(CONVERSATION)));
		assertThat(output).contains("could not be read");
	}

	@ParameterizedTest
	@CsvSource({ "429, 20429, 7, PT7S", "429, 20429, , ", "429, 0, 7, PT7S", "429, 20429, 86400, PT15M",
			"503, 20503, 30, PT30S", "429, 20429, -1, ", "429, 20429, soon, ",
			"429, 20429, 'Wed, 06 May 2026 07:09:09 GMT', PT1M" })
	void retryWaitsAsLongAsTwilioAsks(int status, int code, String header, Duration expected) {
		var answer = aResponse().withStatus(status).withBody(StubbedTwilio.error(status, code, ""));
		this.twilio.answers((header != null) ? answer.withHeader("Retry-After", header) : answer);

		assertThat(unavailable().after()).isEqualTo(expected);
	}

	@Test
	void tooManyCallsHalveTheLimitAndSuccessesRestoreIt() {
		this.twilio.fails(429, 20429);
		TwilioConversations gateway = this.twilio.gateway();
		assertThat(limit()).isEqualTo(10);

		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> gateway.user(identity("ada")));
		assertThat(limit()).isEqualTo(5);
		assertThat(this.twilio.count("user", "too_many")).isEqualTo(1);
		this.twilio.fails(404, 20404);
		for (int i = 0; i < 5; i++) {
			gateway.user(identity("ada"));
		}
		assertThat(limit()).isEqualTo(6);
	}

	@ParameterizedTest
	@CsvSource({ "401, 20003", "403, 20003", "401, 0", "403, 20005", "403, 20403", "403, 70051", "401, 70051" })
	void refusedCredentialsAreLoggedOnceAndWaitForAnOperator(int status, int code, CapturedOutput output) {
		this.twilio.fails(status, code);
		TwilioConversations gateway = this.twilio.gateway();
		assertThat(this.twilio.gauge("frontline.twilio.credentials.refused")).isZero();

		for (int i = 0; i < 3; i++) {
			TwilioUnavailableException refused = catchThrowableOfType(TwilioUnavailableException.class,
					() -> gateway.user(identity("ada")));
			assertThat(refused.after()).isEqualTo(Duration.ofMinutes(1));
		}
		assertThat(this.twilio.gauge("frontline.twilio.credentials.refused")).isEqualTo(1);
		assertThat(output.getOut()).containsOnlyOnce("refuses the credentials");

		this.twilio.fails(500, 20500);
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> gateway.user(identity("ada")));
		assertThat(this.twilio.gauge("frontline.twilio.credentials.refused")).isEqualTo(1);

		this.twilio.fails(404, 20404);
		gateway.user(identity("ada"));
		gateway.user(identity("ada"));
		assertThat(this.twilio.gauge("frontline.twilio.credentials.refused")).isZero();
		assertThat(output.getOut()).containsOnlyOnce("accepts the credentials again");
	}

	private double limit() {
		return this.twilio.gauge("frontline.twilio.concurrency.limit");
	}

	private TwilioUnavailableException unavailable() {
		TwilioUnavailableException unavailable = catchThrowableOfType(TwilioUnavailableException.class,
				() -> this.twilio.gateway().describe(sid(CONVERSATION), "Lina", null));
		assertThat(unavailable).isNotNull();
		assertThat(this.twilio.requests()).hasSize(1);
		return unavailable;
	}

}
