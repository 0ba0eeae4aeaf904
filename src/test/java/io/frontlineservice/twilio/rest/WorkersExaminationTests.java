package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.env.Environment;

/** The examination of the workers. */
class WorkersExaminationTests {

	private static final String DIRECTORY = "frontline.workers.location";

	private static final String DEFAULT = "frontline.routing.default-worker";

	@RegisterExtension
	private final PretendAccount account = new PretendAccount();

	@Test
	void activeWorkersAreCountedAndOthersAreNamed() {
		this.account.twilio.signIn("ada@example.com", true);
		this.account.twilio.signIn("ben@example.com", false);
		this.account.twilio.signIn("chiara@example.com", true);
		this.account.twilio.deactivate("chiara@example.com");

		assertThat(seen(this.account.with(DIRECTORY, "classpath:sandbox/workers.yml"))).containsExactly(
				"HOLDS workers active in Frontline: 2 of 4", "WARNING chiara@example.com is deactivated in Frontline",
				"WARNING dmitri@example.com has never signed in to Frontline");
	}

	@Test
	void defaultWorkerOfTheDirectoryIsCountedOnce() {
		assertThat(seen(this.account.with(DEFAULT, " Eve/Smith@example.com"))).containsExactly(
				"HOLDS workers active in Frontline: 0 of 1",
				"WARNING Eve/Smith@example.com has never signed in to Frontline");
	}

	@Test
	void defaultWorkerIsReadByTheDirectorysSpelling() {
		this.account.twilio.signIn("ada@example.com", true);

		assertThat(
				seen(this.account.with(DIRECTORY, "classpath:sandbox/workers.yml", DEFAULT, "Ada.Okafor@example.com")))
			.contains("HOLDS workers active in Frontline: 1 of 4")
			.hasSize(4);
	}

	@Test
	void defaultWorkerOutsideTheDirectoryIsCountedToo() {
		assertThat(seen(this.account.with(DIRECTORY, "classpath:sandbox/workers.yml", DEFAULT, "eve@example.com")))
			.contains("WARNING eve@example.com has never signed in to Frontline")
			.hasSize(6);
	}

	@Test
	void invalidDirectoryIsNotExamined() {
		assertThat(seen(this.account.with(DIRECTORY, "no-such-file.yml")))
			.containsExactly("NOT_EXAMINED not examined: first fix frontline.senders.* and frontline.workers.*");
	}

	@Test
	void missingWorkersAreOk() {
		assertThat(seen(this.account.with())).containsExactly("HOLDS no workers are configured, which is fine");
	}

	@Test
	void refusedCredentialsAreNotReportedAsUnknownWorkers() {
		this.account.twilio.faults().add(Fault.on(RestCall.FETCH_FRONTLINE_USER).answering(401, 20003));

		assertThat(seen(this.account.with(DEFAULT, "ada@example.com")))
			.containsExactly("NOT_EXAMINED not examined: Twilio does not accept the credentials");
	}

	private static List<String> seen(Environment environment) {
		return new WorkersExamination().examine(environment)
			.stream()
			.map((it) -> it.outcome() + " " + it.seen())
			.toList();
	}

}
