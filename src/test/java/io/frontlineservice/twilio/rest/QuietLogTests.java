package io.frontlineservice.twilio.rest;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import io.frontlineservice.RunningService;
import io.frontlineservice.conversation.gateway.Addition;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The log of REST calls at the most detailed level. */
@RunningService
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTests {

	private static final HttpServer twilio = twilio();

	@Autowired
	private ConversationsGateway gateway;

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	@BeforeEach
	void raiseTheLevel() {
		((Logger) LoggerFactory.getLogger("com.sun.net.httpserver")).setLevel(Level.OFF);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void lowerTheLevel() {
		this.root.setLevel(this.level);
	}

	@DynamicPropertySource
	static void stub(DynamicPropertyRegistry properties) {
		properties.add("frontline.twilio.api-url", () -> "http://localhost:" + twilio.getAddress().getPort());
	}

	@AfterAll
	static void stop() {
		twilio.stop(0);
	}

	@Test
	void logContainsNoNumbersNamesOrSecrets(CapturedOutput output) {
		String sid = "CH" + "0".repeat(32);
		assertThat(this.gateway.addWorker(sid(sid), identity("unheard@example.com"), "+14155550187"))
			.isEqualTo(Addition.ADDED);
		assertThatExceptionOfType(TwilioRefusedException.class)
			.isThrownBy(() -> this.gateway.describeUser(identity("unheard@example.com"), "Unheard Name", "{}"));
		assertThat(this.gateway.conversation(sid(sid)).friendlyName()).isEqualTo("Unheard Answer");

		assertThat(output.getOut() + output.getErr()).contains("TRACE")
			.doesNotContainIgnoringCase("unheard")
			.doesNotContain("4155550187", "Basic ", "Identity=");
	}

	private static HttpServer twilio() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				boolean user = exchange.getRequestURI().getPath().startsWith("/v1/Users");
				byte[] body = (user ? "{\"code\": 20001, \"message\": \"unheard +14155550187\"}"
						: "{\"sid\": \"MB1\", \"friendly_name\": \"Unheard Answer\", \"state\": \"active\","
								+ "\"date_created\": \"2026-01-02T03:04:05Z\"}")
					.getBytes(StandardCharsets.UTF_8);
				exchange.getRequestBody().readAllBytes();
				exchange.getResponseHeaders().add("X-Unheard", "+14155550187");
				exchange.sendResponseHeaders(user ? 400 : 200, body.length);
				exchange.getResponseBody().write(body);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
