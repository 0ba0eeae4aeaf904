package io.frontlineservice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.frontlineservice.limit.UnansweredCallException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentTooLongException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A response is complete, in time and of limited size. */
@Timeout(20)
class TransportTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final int MAX_BYTES = 100_000;

	private final Transport transport = new Transport("test", null,
			new HttpLimits(LONG, LONG, LONG, LONG, LONG, 2, MAX_BYTES));

	@AfterEach
	void close() {
		this.transport.close();
	}

	@Test
	void responseHasHeadersInAnyCaseAndTextInItsCharset() throws Exception {
		RawResponse response = send(
				"HTTP/1.1 404 Not Found\r\nretry-AFTER: 7\r\nX-Twice: a\r\nx-twice: b\r\nContent-Type: "
						+ "text/plain; charset=UTF-16BE\r\nContent-Length: 4\r\n\r\n\0o\0k");
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.isSuccess()).isFalse();
		assertThat(response.header("Retry-After")).isEqualTo("7");
		assertThat(response.headers().get("X-Twice")).containsExactly("a", "b");
		assertThat(response.header("Date")).isNull();
		assertThat(response.body()).isEqualTo("ok");
		assertThat(response).hasToString("status 404");
	}

	@Test
	void bodyOfUnknownCharsetIsUtf8() throws Exception {
		String body = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=nonsense\r\nContent-Length: 2\r\n\r\n{}";
		assertThat(send(body).body()).isEqualTo("{}");
	}

	@Test
	void bodyOfTheLargestSizeIsRead() throws Exception {
		String head = "HTTP/1.1 200 OK\r\nContent-Length: " + MAX_BYTES + "\r\n\r\n";
		assertThat(send(head + "a".repeat(MAX_BYTES)).body()).hasSize(MAX_BYTES);
	}

	@Test
	void largerBodyIsAFailureAndNotReadToItsEnd() throws Exception {
		String head = "HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n";
		try (RawServer endless = RawServer.repeats(head, "a".repeat(10_000))) {
			assertThat(failure(endless, LONG)).hasCauseInstanceOf(ContentTooLongException.class);
			assertThat(endless.sent()).isLessThan(25_000_000);
		}
	}

	@Test
	void bodyWithoutEndIsAFailure() throws Exception {
		try (RawServer endless = RawServer.repeats("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
				"4\r\naaaa\r\n")) {
			assertThat(failure(endless, LONG)).hasCauseInstanceOf(ContentTooLongException.class);
		}
	}

	@Test
	void slowBodyEndsAtTheDeadline() throws Exception {
		try (RawServer slow = RawServer.trickles("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n")) {
			assertThat(failure(slow, Duration.ofMillis(300)).reason()).isEqualTo(Reason.LATE);
		}
	}

	@Test
	void deadlineBeyondTheTotalTimeIsCut() throws Exception {
		HttpLimits limits = new HttpLimits(LONG, LONG, LONG, LONG, Duration.ofMillis(200), 2, MAX_BYTES);
		try (RawServer silent = RawServer.silent(); Transport impatient = new Transport("test", null, limits)) {
			UnansweredCallException late = catchThrowableOfType(UnansweredCallException.class,
					() -> impatient.send(get(silent), Deadline.in(LONG)));
			assertThat(late.reason()).isEqualTo(Reason.LATE);
		}
	}

	@Test
	void compressedBodyIsNotUnpacked() throws Exception {
		RawResponse response = send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}");
		assertThat(response.body()).isEqualTo("{}");
	}

	@Test
	void formIsEncodedOnce() {
		RequestBody form = RequestBody
			.form(List.of(Map.entry("to", "+1 415"), Map.entry("to", "a&b=c"), Map.entry("é", "")));
		assertThat(form.text()).isEqualTo("to=%2B1+415&to=a%26b%3Dc&%C3%A9=");
	}

	@Test
	void requestPrintsNeitherItsUrlNorItsHeadersNorItsBody() {
		OutgoingRequest request = new OutgoingRequest("POST", URI.create("http://localhost/secret"),
				Map.of("Authorization", "secret"), RequestBody.json("\"secret\""));
		assertThat(request.toString() + request.body()).doesNotContain("secret");
	}

	private RawResponse send(String response) throws Exception {
		try (RawServer server = RawServer.sends(response)) {
			return this.transport.send(get(server), Deadline.in(LONG));
		}
	}

	private UnansweredCallException failure(RawServer server, Duration time) {
		return catchThrowableOfType(UnansweredCallException.class,
				() -> this.transport.send(get(server), Deadline.in(time)));
	}

	private static OutgoingRequest get(RawServer server) {
		return new OutgoingRequest("GET", URI.create(server.url() + "/"), Map.of(), null);
	}

}
