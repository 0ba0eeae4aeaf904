package io.frontlineservice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Tests which servers the sandbox may call. */
class TargetCheckTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void noTargetIsValid() {
		assertThat(findings()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:5001/crm", "http://127.0.0.1/crm", "https://[::1]:8443/crm" })
	void loopbackTargetIsAllowed(String url) {
		this.environment.setProperty("sandbox.target.crm-url", url);
		this.environment.setProperty("sandbox.target.auth-token", "secret");
		assertThat(findings()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/crm", "http://localhost.example.com/", "http://user@localhost/",
			"file:///etc/passwd", "localhost:5001", "http:/crm", "http://169.254.169.254/" })
	void otherHostIsRejected(String url) {
		this.environment.setProperty("sandbox.target.templates-url", url);
		this.environment.setProperty("sandbox.target.auth-token", "secret");
		assertThat(findings()).singleElement().extracting(Finding::key).isEqualTo("sandbox.target");
	}

	@Test
	void configuredHostIsAllowed() {
		this.environment.setProperty("sandbox.target.crm-url", "https://fis.example.com/crm");
		this.environment.setProperty("sandbox.target.auth-token", "secret");
		this.environment.setProperty("sandbox.target.allowed-hosts", "fis.example.com");
		assertThat(findings()).isEmpty();
	}

	@Test
	void missingSettingIsReported() {
		this.environment.setProperty("sandbox.target.auth-token", "secret");
		assertThat(findings()).extracting(Finding::key).containsExactly("sandbox.target.crm-url");
		this.environment.setProperty("sandbox.target.auth-token", "");
		this.environment.setProperty("sandbox.target.crm-url", "http://localhost/crm");
		assertThat(findings()).extracting(Finding::key).containsExactly("sandbox.target.auth-token");
	}

	private List<Finding> findings() {
		return new TargetCheck().findings(this.environment);
	}

}
