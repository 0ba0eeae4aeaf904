package io.frontlineservice.crm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.frontlineservice.http.RawServer;
import io.frontlineservice.limit.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a CRM's server does, a call ends by its deadline with an error that quotes
 * nothing, after one request.
 */
@Timeout(20)
class ApiFaultTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	private static final Duration SHORT = Duration.ofMillis(400);

	@RegisterExtension
	static final StubbedApi stub = new StubbedApi();

	@Test
	void refusedConnectionIsUnavailability() throws Exception {
		assertFault("http://localhost:" + RawServer.closedPort(), StubbedApi.soon(), ErrorClass.UNAVAILABLE);
	}

	@Test
	void silentServerIsUnavailabilityAtTheDeadline() throws Exception {
		try (RawServer silent = RawServer.silent()) {
			assertFault(silent.url(), Deadline.in(SHORT), ErrorClass.UNAVAILABLE);
		}
	}

	@Test
	void slowHeadersAreUnavailabilityAtTheDeadline() throws Exception {
		try (RawServer slow = RawServer.trickles("HTTP/1.1 200 OK\r\nX-Long:")) {
			assertFault(slow.url(), Deadline.in(SHORT), ErrorClass.UNAVAILABLE);
		}
	}

	@Test
	void slowBodyIsUnavailabilityAtTheDeadline() throws Exception {
		try (RawServer slow = RawServer.trickles(OK + "Content-Length: 5000\r\n\r\n{")) {
			assertFault(slow.url(), Deadline.in(SHORT), ErrorClass.UNAVAILABLE);
		}
	}

	@Test
	void truncatedBodyIsUnavailability() throws Exception {
		try (RawServer cut = RawServer.sendsAndCloses(OK + "Content-Length: 5000\r\n\r\n{\"results\": []}")) {
			assertFault(cut.url(), StubbedApi.soon(), ErrorClass.UNAVAILABLE);
		}
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void brokenConnectionIsUnavailability(Fault fault) {
		stub.answers(aResponse().withFault(fault));
		assertFault(stub.server.baseUrl(), StubbedApi.soon(), ErrorClass.UNAVAILABLE);
	}

	@Test
	void requestWithoutAnswerIsCountedHalfASecondAfterItsStart() {
		stub.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> stub.api.call(ApiRequest.get("/", "search"), StubbedApi.soon()));
		stub.nanos.addAndGet(Duration.ofMillis(1500).toNanos());
		assertThat(stub.meter("frontline.crm.rate.limit.remaining").tag("limit", "search").gauge().value())
			.isEqualTo(4);
		stub.nanos.addAndGet(Duration.ofMillis(1).toNanos());
		assertThat(stub.meter("frontline.crm.rate.limit.remaining").tag("limit", "search").gauge().value())
			.isEqualTo(5);
	}

	@Test
	void hugeBodyIsCutOff() throws Exception {
		try (RawServer huge = RawServer.repeats(OK + "Content-Length: 50000000\r\n\r\n", "[".repeat(10_000))) {
			assertFault(huge.url(), StubbedApi.soon(), ErrorClass.UNAVAILABLE);
			assertThat(huge.sent()).isLessThan(40_000_000);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "<!DOCTYPE html><title>Sign in</title>", "{\"results\": [", "{\"a\": 1} {}",
			"null", "\"secret\"", "17", "NaN", "{'a': 1}" })
	void successWithoutJsonIsUnreadable(String body) {
		stub.answers(200, body);
		assertFault(stub.server.baseUrl(), StubbedApi.soon(), ErrorClass.UNREADABLE);
	}

	@Test
	void deepJsonIsUnreadable() {
		stub.answers(200, "[".repeat(100_000) + "]".repeat(100_000));
		assertFault(stub.server.baseUrl(), StubbedApi.soon(), ErrorClass.UNREADABLE);
	}

	@Test
	void compressedBodyIsUnreadable() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write("{}".getBytes(StandardCharsets.UTF_8));
		}
		stub.answers(aResponse().withHeader("Content-Encoding", "gzip").withBody(bytes.toByteArray()));
		assertFault(stub.server.baseUrl(), StubbedApi.soon(), ErrorClass.UNREADABLE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirectIsNotFollowed(int status) throws Exception {
		try (RawServer elsewhere = RawServer.sends(OK + "Content-Length: 2\r\n\r\n{}")) {
			stub.answers(aResponse().withStatus(status).withHeader("Location", elsewhere.url()));
			assertFault(stub.server.baseUrl(), StubbedApi.soon(), ErrorClass.UNREADABLE);
			assertThat(elsewhere.sent()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 423, 500, 501, 502, 503, 504, 521 })
	void serverErrorIsUnavailabilityAndNotRetried(int status) {
		stub.answers(status, "<html>secret</html>");
		assertFault(stub.server.baseUrl(), StubbedApi.soon(), ErrorClass.UNAVAILABLE);
	}

	@Test
	void nextCallAfterBrokenConnectionsIsAnswered() {
		stub.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		for (int i = 0; i < 200; i++) {
			assertThatExceptionOfType(CrmErrorException.class)
				.isThrownBy(() -> stub.api.call(ApiRequest.get("/"), StubbedApi.soon()));
		}
		stub.answers(200, "{}");
		assertThat(stub.api.call(ApiRequest.get("/"), StubbedApi.soon()).status()).isEqualTo(200);
	}

	private static void assertFault(String url, Deadline deadline, ErrorClass expected) {
		int before = stub.requests().size();
		stub.use(url, ApiDialect.USUAL);
		CrmErrorException failure = catchThrowableOfType(CrmErrorException.class,
				() -> stub.api.call(ApiRequest.get("/secret?q=secret"), deadline));
		assertThat(failure.errorClass()).isEqualTo(expected);
		assertThat(failure.getMessage()).doesNotContain("secret", "localhost", "127.0.0.1", "http");
		assertThat(failure.getCause()).isNull();
		assertThat(stub.count(expected.tag())).isOne();
		assertThat(stub.requests()).hasSizeLessThanOrEqualTo(before + 1);
	}

}
