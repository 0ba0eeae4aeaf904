package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** The examination of the credentials. */
class CredentialsExaminationTests {

	private static final String KEY = "frontline.twilio.api-key";

	private static final String SECRET = "frontline.twilio.api-secret";

	@RegisterExtension
	private final PretendAccount account = new PretendAccount();

	@Test
	void activeAccountWithTokenAndKeyIsOk() {
		assertThat(seen(this.account.with(KEY, PretendAccount.KEY, SECRET, PretendAccount.KEY_SECRET))).containsExactly(
				"HOLDS Twilio accepts the account SID and the auth token", "HOLDS the account is active",
				"HOLDS Twilio accepts the API key");
	}

	@Test
	void wrongTokenIsAProblem() {
		assertThat(seen(this.account.with("frontline.twilio.auth-token", "f".repeat(32))))
			.containsExactly("PROBLEM Twilio refuses the account SID and the auth token (error 20003)");
	}

	@Test
	void tokenAndKeyAreTriedIndependently() {
		assertThat(seen(this.account.with("frontline.twilio.auth-token", "f".repeat(32), KEY, PretendAccount.KEY,
				SECRET, PretendAccount.KEY_SECRET)))
			.containsExactly("PROBLEM Twilio refuses the account SID and the auth token (error 20003)",
					"HOLDS Twilio accepts the API key");
		assertThat(seen(this.account.with(KEY, PretendAccount.KEY, SECRET, "another"))).containsExactly(
				"HOLDS Twilio accepts the account SID and the auth token", "HOLDS the account is active",
				"PROBLEM Twilio refuses the API key (error 20003)");
	}

	@Test
	void keyOfAnotherAccountIsAProblem() {
		assertThat(seen(this.account.with("frontline.twilio.account-sid", "AC" + "9".repeat(32), KEY,
				PretendAccount.KEY, SECRET, PretendAccount.KEY_SECRET)))
			.containsExactly("PROBLEM Twilio refuses the account SID and the auth token (error 20003)",
					"PROBLEM the API key belongs to another account");
	}

	@ParameterizedTest
	@ValueSource(strings = { "suspended", "closed" })
	void inactiveAccountIsAProblem(String status) {
		this.account.twilio.inventory().status(status);

		assertThat(seen(this.account.with())).containsExactly("HOLDS Twilio accepts the account SID and the auth token",
				"PROBLEM the account is not active (" + status + ")");
	}

	@ParameterizedTest
	@CsvSource({ "403, 20403, PROBLEM the account is not active (error 20403)",
			"401, 20005, PROBLEM the account is not active (error 20005)",
			"403, 10001, PROBLEM the account is not active (error 10001)",
			"404, 20404, PROBLEM Twilio refuses the account SID and the auth token (error 20404)",
			"500, 20500, 'PROBLEM Twilio responded with status 500, error 20500'",
			"429, 20429, 'PROBLEM Twilio responded with status 429, error 20429'" })
	void otherErrorsAreDistinguishedFromRefusedCredentials(int status, int code, String seen) {
		this.account.twilio.faults().add(Fault.on(RestCall.FETCH_ACCOUNT).answering(status, code));

		assertThat(seen(this.account.with())).containsExactly(seen);
	}

	@Test
	void unreachableTwilioIsDistinguishedFromRefusedCredentials() {
		this.account.twilio.close();

		List<Observation> observations = new CredentialsExamination().examine(this.account.with());
		assertThat(observations).singleElement().satisfies((it) -> {
			assertThat(it.outcome()).isEqualTo(Outcome.PROBLEM);
			assertThat(it.seen()).isEqualTo("Twilio did not answer (HttpHostConnectException)");
			assertThat(it.fix()).startsWith("make Twilio reachable from this machine");
		});
	}

	@Test
	void unreadableResponseIsAProblem() {
		this.account.twilio.faults().add(Fault.onAnything().answeringHtml(200, "<html>"));

		assertThat(seen(this.account.with())).containsExactly("PROBLEM Twilio's response is unreadable");
	}

	@Test
	void invalidSettingsAreNotExamined() {
		assertThat(seen(this.account.with("frontline.twilio.auth-token", "changeme")))
			.containsExactly("NOT_EXAMINED not examined: first fix frontline.twilio.*");
		assertThat(seen(this.account.with(KEY, PretendAccount.KEY)))
			.containsExactly("NOT_EXAMINED not examined: first fix frontline.twilio.*");
		assertThat(this.account.twilio.journal().entries()).isEmpty();
	}

	private static List<String> seen(Environment environment) {
		return new CredentialsExamination().examine(environment)
			.stream()
			.map((it) -> it.outcome() + " " + it.seen())
			.toList();
	}

}
