package io.frontlineservice.twilio.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static io.frontlineservice.twilio.rest.StubbedTwilio.limits;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.http.HttpLimits;
import io.frontlineservice.http.OutgoingRequest;
import io.frontlineservice.http.RawServer;
import io.frontlineservice.twilio.TwilioApi;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of the connection to Twilio are reported in time and not retried. */
@Timeout(20)
class TransportFaultTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(100);

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@Test
	void silentServerTimesOut() throws Exception {
		try (RawServer silent = RawServer.silent()) {
			assertUnavailable(silent.url(), limits(LONG, LONG, LONG, SHORT, LONG, 10), "SocketTimeoutException");
		}
	}

	@Test
	void endlessTlsHandshakeTimesOut() throws Exception {
		try (RawServer silent = RawServer.silent()) {
			assertUnavailable("https://" + silent, limits(LONG, LONG, SHORT, LONG, LONG, 10), "Timeout");
		}
	}

	@Test
	void slowResponseTimesOutInTotal() throws Exception {
		try (RawServer slow = RawServer.sends("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")) {
			assertUnavailable(slow.url(), limits(LONG, LONG, LONG, LONG, SHORT, 10), "in time");
		}
	}

	@Test
	void refusedConnectionIsAnOutage() throws Exception {
		assertUnavailable("http://localhost:" + RawServer.closedPort(), StubbedTwilio.LONG_LIMITS, "Exception");
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void brokenResponseIsAnOutage(Fault fault) {
		this.twilio.answers(aResponse().withFault(fault));

		assertUnavailable(this.twilio.server.baseUrl(), StubbedTwilio.LONG_LIMITS, "");
	}

	@Test
	void truncatedResponseIsAnOutage() throws Exception {
		try (RawServer cut = RawServer.sendsAndCloses("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"sid\":")) {
			assertUnavailable(cut.url(), StubbedTwilio.LONG_LIMITS, "ConnectionClosedException");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirectIsNotFollowed(int status) {
		this.twilio.answers(
				aResponse().withStatus(status).withHeader("Location", this.twilio.server.baseUrl() + "/elsewhere"));

		assertUnavailable(this.twilio.server.baseUrl(), StubbedTwilio.LONG_LIMITS, String.valueOf(status));
		assertThat(this.twilio.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void failedCallIsNotRetried(int status) {
		this.twilio.answers(status, "{}");
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> gateway.addWorker(sid(CONVERSATION), identity("ada"), null));
		assertThat(this.twilio.requests()).hasSize(1);
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> gateway.user(identity("ada")));
		assertThat(this.twilio.requests()).hasSize(2);
	}

	@Test
	void brokenConnectionIsNotReused() {
		this.twilio.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		TwilioConversations gateway = this.twilio.gateway();
		for (int i = 0; i < 15; i++) {
			assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> gateway.user(identity("ada")));
		}
		this.twilio.answers(200, "{\"sid\": \"US1\", \"friendly_name\": \"Ada\"}");

		assertThat(gateway.user(identity("ada"))).isNotNull();
	}

	@Test
	void callWithoutAPermitTimesOut() throws Exception {
		try (RawServer silent = RawServer.silent()) {
			TwilioConversations gateway = this.twilio.gateway(silent.url(), limits(SHORT, LONG, LONG, LONG, LONG, 1));
			CompletableFuture<Void> first = CompletableFuture.runAsync(() -> gateway.statusOf(identity("ada")));
			silent.awaitConnection();

			assertThatExceptionOfType(TwilioUnavailableException.class)
				.isThrownBy(() -> gateway.statusOf(identity("grace")))
				.withMessageContaining("in progress");
			assertThat(first).isNotDone();
		}
	}

	@Test
	void callWithoutAPooledConnectionTimesOut() throws Exception {
		CallLimits limits = limits(LONG, SHORT, LONG, LONG, LONG, 1);
		try (RawServer silent = RawServer.silent();
				TwilioTransport transport = new TwilioTransport(TwilioApi.of(silent.url()), limits)) {
			var held = CompletableFuture.runAsync(() -> transport.send(get()));
			silent.awaitConnection();

			assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> transport.send(get()))
				.withMessageContaining("ConnectionRequestTimeoutException");
			assertThat(held).isNotDone();
		}
	}

	@Test
	void interruptedCallEndsAtOnce() throws Exception {
		try (RawServer silent = RawServer.silent()) {
			TwilioConversations gateway = this.twilio.gateway(silent.url(), StubbedTwilio.LONG_LIMITS);
			CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
			Thread thread = new Thread(() -> {
				assertThatExceptionOfType(TwilioUnavailableException.class)
					.isThrownBy(() -> gateway.statusOf(identity("ada")));
				interrupted.complete(Thread.currentThread().isInterrupted());
			});
			thread.start();
			silent.awaitConnection();
			thread.interrupt();

			assertThat(interrupted.get()).isTrue();
		}
	}

	@Test
	void productionLimitsAreTenSecondsInTotal() throws Exception {
		try (TwilioTransport transport = new RestConfiguration().twilioTransport(new TwilioApi(null))) {
			assertThat(transport.limits()).isSameAs(CallLimits.PRODUCTION);
		}
		assertThat(CallLimits.PRODUCTION).isEqualTo(
				new CallLimits(Duration.ofSeconds(2), new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(2),
						Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8), 10, 16 * 1024 * 1024)));
	}

	private static OutgoingRequest get() {
		return new OutgoingRequest("GET", URI.create("https://conversations.twilio.com/v1/Users/ada"), Map.of(), null);
	}

	private void assertUnavailable(String url, CallLimits limits, String message) {
		TwilioConversations gateway = this.twilio.gateway(url, limits);
		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> gateway.addWorker(sid(CONVERSATION), identity("ada@example.com"), null))
			.withMessageContaining(message)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("ada", "localhost", "127.0.0.1"))
			.satisfies((ex) -> assertThat(ex.after()).isNull());
		assertThat(this.twilio.count("add_worker", "unavailable")).isEqualTo(1);
		assertThat(this.twilio.gauge("frontline.twilio.concurrency.limit")).isEqualTo(limits.atOnce());
	}

}
