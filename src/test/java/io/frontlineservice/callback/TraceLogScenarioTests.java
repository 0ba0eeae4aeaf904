package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.RunningServiceWithTwilio.WHATSAPP;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.ServiceProcess;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.WithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the service at the level trace. */
class TraceLogScenarioTests {

	private static final String ADA = "ada@example.com";

	private static final List<String> SECRETS = List.of("4155550101", "2025550143", "Lina", "Berg", "private matter",
			"@example.com", "%40example.com", SignedRequest.TOKEN,
			Base64.getEncoder()
				.encodeToString(
						(SignedRequest.ACCOUNT_SID + ":" + SignedRequest.TOKEN).getBytes(StandardCharsets.UTF_8)));

	@TempDir
	private Path directory;

	@Test
	void traceLogHasNoPersonalDataAndNoSecrets() throws Exception {
		try (PretendTwilio twilio = new PretendTwilio(WithPretendTwilio.account()).start(0);
				ServiceProcess service = ServiceProcess.startConfigured(this.directory,
						Map.of("FRONTLINE_TWILIO_API_URL", twilio.url().toString(), "LOGGING_LEVEL_ROOT", "trace",
								"LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB", "trace",
								// Most of the log, and only about the start.
								"LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_BEANS", "info",
								"LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_CONTEXT", "info"))) {
			twilio.callbacksAt(service.url());
			twilio.signIn(ADA, true);
			twilio.inbound(LINA, SMS, "A private matter");
			twilio.inbound("whatsapp:" + STRANGER, WHATSAPP, "A private matter");
			await().atMost(Duration.ofSeconds(30))
				.until(() -> service.management().get("/prometheus").contains("frontline_work_waiting 0.0"));
			assertThat(twilio.conversations()).extracting(Conversation::sid)
				.flatExtracting(twilio::workersOf)
				.containsExactly(ADA, "dmitri@example.com");
			askForCustomers(service.url().getPort());
			assertThat(service.output()).contains("\"level\":\"TRACE\"", "POST \\\"/callbacks/conversations\\\"");
			assertThat(service.output().lines()).filteredOn((line) -> containsSecret(line, twilio)).isEmpty();
		}
	}

	private static boolean containsSecret(String line, PretendTwilio twilio) {
		return Stream.concat(SECRETS.stream(), twilio.journal().callbacks().stream().map(Entry::signature))
			.anyMatch(line::contains);
	}

	private static void askForCustomers(int port) throws Exception {
		CrmCallback customers = new CrmCallback(port);
		assertThat(customers.list(ADA, "Query", "Lina").body()).contains("Lina Berg");
		assertThat(customers.details(ADA, "1001").body()).contains("Lina Berg");
		assertThat(Callback.templates(port)
			.post("Location", "GetTemplatesByCustomerId", "Worker", ADA, "CustomerId", "1001")
			.body()).contains("Lina");
	}

}
