package io.frontlineservice.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.ServiceProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingScenarioTests {

	@TempDir
	private Path directory;

	@Test
	void sandboxIsUsedByAllKindsOfRequestsAndEnds() throws Exception {
		try (ServiceProcess sandbox = ServiceProcess.start(this.directory,
				Map.of("PORT", "0", "MANAGEMENT_SERVER_PORT", "0"), "sandbox", "--sandbox.training=100ms")) {
			assertThat(sandbox.exitCode()).isZero();
			assertThat(sandbox.output()).contains("The sandbox was used")
				.contains("The first CRM callback has arrived", "The first templates callback has arrived",
						"The first Conversations webhook has arrived",
						"The first outgoing conversations callback has arrived",
						"The first routing callback has arrived")
				.doesNotContain("Exception", "answered 500", "A request was refused (malformed");
		}
	}

}
