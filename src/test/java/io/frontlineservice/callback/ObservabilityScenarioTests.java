package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.twilio.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Logs, metrics and management endpoints help operators and hide personal data. */
@RunningService
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = { "logging.level.root=info", "management.prometheus.metrics.export.enabled=true",
		"frontline.templates.location=classpath:sandbox/templates.yml",
		"frontline.management.hosts=prometheus_target" })
class ObservabilityScenarioTests {

	private static final String CALLBACKS = "io.frontlineservice.callback";

	private final CrmCallback callback;

	private final int port;

	private final int managementPort;

	ObservabilityScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.callback = new CrmCallback(port);
		this.port = port;
		this.managementPort = managementPort;
	}

	@AfterEach
	void restoreLevel(@Autowired LoggingSystem logging) {
		logging.setLogLevel(CALLBACKS, null);
	}

	@ParameterizedTest
	@CsvSource({ "evil.example,,403", "localhost.evil.example,,403", "[::2],,403", "localhost,,200",
			"127.0.0.1:8081,,200", "localhost,http://localhost:8080,200", "localhost,http://evil.example,403",
			"localhost,null,403", "localhost,https://localhost.evil.example,403", "localhost,file://,403",
			"prometheus_target:8081,,200" })
	void managementPortAcceptsOnlyLocalAndConfiguredHosts(String host, @Nullable String origin, int status)
			throws IOException {
		String answer = new RawHttp(this.managementPort).exchange("GET /actuator/health HTTP/1.1\r\nHost: " + host
				+ ((origin != null) ? "\r\nOrigin: " + origin : "") + "\r\nConnection: close\r\n\r\n");
		assertThat(RawHttp.status(answer)).isEqualTo(status);
		assertThat(answer.contains("frontline.management.hosts")).isEqualTo(status == 403);
	}

	@Test
	void failedCallbackHasLineByDefault(CapturedOutput output) throws Exception {
		this.callback.details("ada@example.com", "no-such-customer");
		assertThat(output).contains("crm GetCustomerDetailsByCustomerId answered 404")
			.doesNotContain("no-such-customer", "ada@example.com");
	}

	@Test
	void logHasOutcomesAndNoPersonalData(CapturedOutput output, @Autowired LoggingSystem logging) throws Exception {
		logging.setLogLevel(CALLBACKS, LogLevel.DEBUG);
		HttpResponse<String> list = this.callback.list("ada@example.com", "Query", "Lina");
		this.callback.details("ada@example.com", "1001");
		CrmCallback.form().with("Worker", "ada@example.com").signedBy("f".repeat(32)).post(this.callback.url());
		String requestId = list.headers().firstValue("X-Request-Id").orElseThrow();
		assertThat(output)
			.contains("crm GetCustomersList answered 200", "crm GetCustomerDetailsByCustomerId answered 200")
			.contains("\"request_id\":\"" + requestId + "\"")
			.contains("signature_mismatch")
			.doesNotContain("ada@example", "Lina", "4155550101", SignedRequest.TOKEN, "f".repeat(32));
	}

	@Test
	void metricsCountCallbacksByLocationAndOutcome() throws Exception {
		this.callback.list("ada@example.com");
		this.callback.details("ada@example.com", "no-such-customer");
		this.callback.post(CrmCallback.form().with("Location", "Nonsense"));
		CrmCallback.form().postUnsigned(this.callback.url());
		assertThat(management("/prometheus").body()).contains("location=\"GetCustomersList\",outcome=\"answered\"")
			.contains("location=\"GetCustomerDetailsByCustomerId\",outcome=\"not_found\"")
			.contains("location=\"unknown\",outcome=\"invalid\"")
			.contains("frontline_callbacks_refused_total{reason=\"missing_signature\"}")
			.doesNotContain("Nonsense", "ada@example");
	}

	@Test
	void refusedConversationIsCountedAndLoggedWithoutAddress(CapturedOutput output) throws Exception {
		Callback.outgoingConversation(this.port)
			.post("Location", "GetProxyAddress", "Worker", "ada@example.com", "CustomerId", "1001", "ChannelType",
					"sms", "ChannelValue", "+14155550102");
		assertThat(output)
			.contains("A conversation was refused: The customer cannot be reached at this address by SMS.")
			.doesNotContain("4155550102", "ada@example");
		assertThat(management("/prometheus").body())
			.contains("callback=\"outgoing-conversation\",location=\"GetProxyAddress\",outcome=\"not_allowed\"");
	}

	@Test
	void textsOfMessagesAreNotInLogAndMetrics(CapturedOutput output, @Autowired LoggingSystem logging)
			throws Exception {
		logging.setLogLevel(CALLBACKS, LogLevel.DEBUG);
		HttpResponse<String> response = Callback.templates(this.port)
			.post("Location", "GetTemplatesByCustomerId", "Worker", "ada@example.com", "CustomerId", "1001");
		assertThat(response.body()).contains("Lina");
		assertThat(output).contains("templates GetTemplatesByCustomerId answered 200").doesNotContain("Lina", "Hello");
		assertThat(management("/prometheus").body())
			.contains("callback=\"templates\",location=\"GetTemplatesByCustomerId\",outcome=\"answered\"",
					"frontline_templates_left_out_total{reason=\"too_long\"} 0.0",
					"frontline_templates_left_out_total{reason=\"answer_full\"} 0.0")
			.doesNotContain("Lina", "Hello");
	}

	@Test
	void previewRendersCatalogueForSampleCustomer() throws Exception {
		assertThat(management("/preview").body()).contains("\"changeNotInUse\":null", "\"remarks\":[]", "\"en\":[",
				"\"es\":[", "Hello Maria Example, this is Sam Sample. We have processed your documents.");
	}

	@Test
	void textOfUnsignedRequestIsNotInLogAndMetrics(CapturedOutput output) throws Exception {
		for (String odd : new String[] { "/callbacks/crm;JaneDoe=1", "/callbacks/crm?JaneDoe=%25zz",
				"/callbacks/crm?Worker=JaneDoe", "/JaneDoe" }) {
			URI uri = URI.create(this.callback.url().replace("/callbacks/crm", odd));
			HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
		}
		assertThat(output).doesNotContain("JaneDoe", "answered 405");
		assertThat(management("/prometheus").body()).doesNotContain("JaneDoe");
	}

	@Test
	void workersWithoutCustomersAreListed() throws Exception {
		this.callback.list("nobody@example.org", "Query", "x");
		assertThat(management("/workersWithoutCustomers").body()).doesNotContain("nobody@example.org");
		this.callback.list("nobody@example.org", "PageSize", "1");
		this.callback.list("ada@example.com", "PageSize", "1");
		assertThat(management("/workersWithoutCustomers").body()).contains("nobody@example.org")
			.doesNotContain("ada@example.com");
	}

	@Test
	void customerFileIsReported() throws Exception {
		assertThat(management("/customerFile").body()).contains("\"customers\":40", "\"withoutWorker\":0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/health", "/health/readiness", "/health/liveness" })
	void healthIsOnManagementPort(String path) throws Exception {
		assertThat(management(path).body()).contains("\"status\":\"UP\"").doesNotContain("details", "components");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/env", "/heapdump", "/configprops", "/loggers", "/shutdown", "/threaddump", "/beans",
			"/mappings", "/metrics" })
	void otherEndpointsAreNotOnManagementPort(String path) throws Exception {
		assertThat(management(path).statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> management(String path) throws Exception {
		URI uri = URI.create("http://localhost:" + this.managementPort + "/actuator" + path);
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
	}

}
