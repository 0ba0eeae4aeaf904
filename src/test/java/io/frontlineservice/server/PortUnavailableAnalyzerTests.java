package io.frontlineservice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/** Which setting is named for a port or an address that cannot be used. */
class PortUnavailableAnalyzerTests {

	private final PortUnavailableAnalyzer analyzer = new PortUnavailableAnalyzer(TestEnvironment.of("server.port", "80",
			"server.address", "203.0.113.1", "management.server.port", "65535"));

	@Test
	void portThatIsTakenIsExplainedBeforeSpringDoes() {
		PortUnavailableException taken = new PortUnavailableException(null, 65535,
				new BindException("Address already in use"));
		FailureAnalysis analysis = Objects.requireNonNull(this.analyzer.analyze(new PortInUseException(65535, taken)));
		assertThat(analysis.getDescription()).isEqualTo(
				"management.server.port (MANAGEMENT_SERVER_PORT) is 65535: " + "another program listens on this port.");
		assertThat(analysis.getAction()).contains(
				"MANAGEMENT_SERVER_PORT=65525 in the environment, or the argument --management.server.port=65525");
	}

	@Test
	void privilegedPortIsReplacedByHigherOne() {
		FailureAnalysis analysis = analysis(null, 80, new SocketException("Permission denied"));
		assertThat(analysis.getDescription())
			.isEqualTo("server.port (PORT) is 80: this process may not listen on a port below 1024.");
		assertThat(analysis.getAction()).contains("PORT=8080 in the environment, or the argument --server.port=8080");
	}

	@Test
	void variableThatIsSetIsNamed() {
		PortUnavailableAnalyzer analyzer = new PortUnavailableAnalyzer(
				TestEnvironment.of("server.port", "8080", "SERVER_PORT", "8080"));
		PortUnavailableException taken = new PortUnavailableException(null, 8080,
				new BindException("Address already in use"));
		FailureAnalysis analysis = Objects.requireNonNull(analyzer.analyze(taken));
		assertThat(analysis.getDescription()).startsWith("server.port (SERVER_PORT) is 8080: another program");
		assertThat(analysis.getAction()).contains("SERVER_PORT=8090 in the environment, or the argument");
	}

	@Test
	void addressOfAnotherMachineIsNamed() {
		for (String reason : new String[] { "Cannot assign requested address", "Can't assign requested address" }) {
			FailureAnalysis analysis = analysis(null, 80, new BindException(reason));
			assertThat(analysis.getDescription())
				.isEqualTo("server.address (SERVER_ADDRESS) is 203.0.113.1: this machine does not have this address.");
			assertThat(analysis.getAction()).contains("127.0.0.1", "0.0.0.0");
		}
	}

	@Test
	void portOfPretendTwilioHasItsOwnSetting() {
		FailureAnalysis analysis = analysis("sandbox.twilio-port", 8090, new BindException("Address already in use"));
		assertThat(analysis.getDescription()).startsWith("sandbox.twilio-port (SANDBOX_TWILIO_PORT) is 8090: another");
		assertThat(analysis.getAction()).contains("--sandbox.twilio-port=8100");
	}

	private FailureAnalysis analysis(String setting, int port, IOException cause) {
		return Objects.requireNonNull(this.analyzer.analyze(new PortUnavailableException(setting, port, cause)));
	}

}
