package io.frontlineservice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar says when it cannot listen. */
class UnavailablePortScenarioTests {

	@TempDir
	private Path directory;

	@Test
	void sandboxNamesBothTakenPortsAndEnds() throws Exception {
		try (ServerSocket one = socket(); ServerSocket other = socket()) {
			String output = failed(Map.of("PORT", port(one), "MANAGEMENT_SERVER_PORT", port(other)), "sandbox");
			assertThat(output)
				.contains("server.port (PORT) is " + port(one) + ": another program listens on this port.",
						"management.server.port (MANAGEMENT_SERVER_PORT) is " + port(other)
								+ ": another program listens on this port.",
						"or the argument --server.port=", "or the argument --management.server.port=")
				.doesNotContain("is running");
		}
	}

	@Test
	void productionNamesTakenManagementPortInPlainLinesAndAnnouncesNothing() throws Exception {
		try (ServerSocket taken = socket()) {
			Map<String, String> environment = new HashMap<>(ServiceProcess.configured(Map.of()));
			environment.put("FRONTLINE_TWILIO_API_URL", "http://localhost:1");
			environment.put("MANAGEMENT_SERVER_PORT", port(taken));
			String output = failed(environment);
			assertThat(output.lines()).contains("management.server.port (MANAGEMENT_SERVER_PORT) is " + port(taken)
					+ ": another program listens on this port.");
			assertThat(output).contains("\"message\":\"").doesNotContain("The service is ready", "(PORT)");
		}
	}

	private String failed(Map<String, String> environment, String... arguments) throws Exception {
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment, arguments)) {
			assertThat(service.exitCode()).isEqualTo(1);
			assertThat(service.output()).doesNotContain("\tat ", "stack_trace");
			return service.output();
		}
	}

	private static ServerSocket socket() throws IOException {
		return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
	}

	private static String port(ServerSocket socket) {
		return Integer.toString(socket.getLocalPort());
	}

}
