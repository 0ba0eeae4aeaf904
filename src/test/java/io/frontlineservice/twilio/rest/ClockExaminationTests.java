package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of this machine's clock with Twilio's. */
class ClockExaminationTests {

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@ParameterizedTest
	@CsvSource({ "07:08:00.000", "07:08:30.000", "07:07:30.000", "07:08:00.999", "07:08:31.000" })
	void clockWithinHalfAMinuteIsOk(String time) {
		assertThat(at(time).outcome()).isEqualTo(Outcome.HOLDS);
	}

	@ParameterizedTest
	@CsvSource({ "07:08:31.001, 30 seconds ahead of", "07:07:29.999, 30 seconds behind",
			"08:08:00.000, 3599 seconds ahead of", "06:08:00.000, 3600 seconds behind" })
	void clockOffByMoreThanHalfAMinuteIsAProblem(String time, String seen) {
		assertThat(at(time).outcome()).isEqualTo(Outcome.PROBLEM);
		assertThat(at(time).seen()).isEqualTo("this machine's clock is " + seen + " Twilio's");
		assertThat(at(time).fix()).contains("NTP");
	}

	@Test
	void noCredentialsAreSent() {
		at("07:08:00.000");

		assertThat(this.twilio.request().containsHeader("Authorization")).isFalse();
	}

	@Test
	void responseWithoutADateIsNotExamined() {
		this.twilio.answers(new ResponseDefinitionBuilder().withStatus(200).withHeader("Date", "today"));

		assertThat(examined(Clock.systemUTC()).outcome()).isEqualTo(Outcome.NOT_EXAMINED);
	}

	/** Examines a clock with this time while Twilio's clock shows 07:08. */
	private Observation at(String time) {
		this.twilio.answers(new ResponseDefinitionBuilder().withStatus(401)
			.withHeader("Date", "Wed, 06 May 2026 07:08:00 GMT")
			.withBody(StubbedTwilio.error(401, 20003, "Authenticate")));
		return examined(Clock.fixed(Instant.parse("2026-05-06T" + time + "Z"), ZoneOffset.UTC));
	}

	private Observation examined(Clock clock) {
		return new ClockExamination(clock)
			.examine(TestEnvironment.of("frontline.twilio.account-sid", SignedRequest.ACCOUNT_SID,
					"frontline.twilio.auth-token", SignedRequest.TOKEN, "frontline.twilio.api-url",
					this.twilio.server.baseUrl()))
			.get(0);
	}

}
