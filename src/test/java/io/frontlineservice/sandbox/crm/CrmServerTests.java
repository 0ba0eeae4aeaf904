package io.frontlineservice.sandbox.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server of pretend CRMs records requests and has faults. */
class CrmServerTests {

	private final CrmServer server = CrmServer.start(new EchoCrm(), 0);

	private final HttpClient http = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void requestIsRecordedAsItWasSent() throws Exception {
		get("/a%2Fb/c%20d?x=1%2B1&y=a+b");
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.path()).isEqualTo("/a%2Fb/c%20d");
			assertThat(request.query()).isEqualTo("x=1%2B1&y=a+b");
			assertThat(request.segments()).containsExactly("a/b", "c d");
			assertThat(request.parameter("x")).isEqualTo("1+1");
			assertThat(request.parameter("y")).isEqualTo("a b");
			assertThat(request.parameter("z")).isNull();
			assertThat(request.header("host")).isEqualTo(this.server.url().getAuthority());
		});
		this.server.forgetRequests();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void bodyIsReadAsJsonOrForm() throws Exception {
		post("{\"a\":\"ü\"}");
		post("a=%C3%BC&b");
		assertThat(this.server.requests().get(0).json().path("a").stringValue()).isEqualTo("ü");
		assertThat(this.server.requests().get(1).formField("a")).isEqualTo("ü");
		assertThat(this.server.requests().get(1).json().isMissingNode()).isTrue();
	}

	@Test
	void nextAnswerCanBeReplaced() throws Exception {
		this.server.faults().answerNext(CrmReply.text(500, "text/plain", "no").with("Retry-After", "7"));
		HttpResponse<String> replaced = get("/");
		assertThat(replaced.statusCode()).isEqualTo(500);
		assertThat(replaced.headers().firstValue("Retry-After")).contains("7");
		assertThat(get("/").statusCode()).isEqualTo(200);
	}

	@Test
	void certainAnswersCanBeReplaced() throws Exception {
		this.server.faults()
			.answer((request) -> request.path().equals("/a"), 2, CrmReply.text(404, "text/plain", "no"));
		assertThat(get("/b").statusCode()).isEqualTo(200);
		assertThat(get("/a").statusCode()).isEqualTo(404);
		assertThat(get("/a").statusCode()).isEqualTo(404);
		assertThat(get("/a").statusCode()).isEqualTo(200);
	}

	@Test
	void rateLimitIsTheVendors() throws Exception {
		this.server.faults().change(CrmFault.RATE_LIMITED, true);
		assertThat(get("/").statusCode()).isEqualTo(429);
		this.server.faults().change(CrmFault.RATE_LIMITED, false);
		assertThat(get("/").statusCode()).isEqualTo(200);
	}

	@Test
	void deadCrmClosesTheConnection() {
		this.server.faults().change(CrmFault.DEAD, true);
		assertThatIOException().isThrownBy(() -> get("/"));
	}

	@Test
	void silentCrmDoesNotAnswerUntilTheFaultIsCleared() throws Exception {
		this.server.faults().change(CrmFault.SILENT, true);
		CompletableFuture<HttpResponse<String>> answer = this.http.sendAsync(request("/").build(),
				BodyHandlers.ofString());
		while (this.server.requests().isEmpty()) {
			Thread.onSpinWait();
		}
		assertThat(answer).isNotDone();
		this.server.faults().clear();
		assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void slowCrmAnswersLate() throws Exception {
		this.server.faults().delay(Duration.ofMillis(50));
		this.server.faults().change(CrmFault.SLOW, true);
		long start = System.nanoTime();
		assertThat(get("/").statusCode()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
	}

	@Test
	void webSiteInABrowserIsRefused() throws Exception {
		HttpRequest request = request("/").header("Origin", "https://evil.example.com").build();
		assertThat(this.http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> get(String url) throws IOException, InterruptedException {
		return this.http.send(request(url).build(), BodyHandlers.ofString());
	}

	private void post(String body) throws IOException, InterruptedException {
		this.http.send(request("/").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String url) {
		return HttpRequest.newBuilder(URI.create(this.server.url() + url)).timeout(Duration.ofSeconds(10));
	}

	private static final class EchoCrm implements PretendCrm {

		@Override
		public CrmReply answer(CrmRequest request) {
			return CrmReply.json(200, request.body());
		}

		@Override
		public CrmReply rateLimited() {
			return CrmReply.text(429, "text/plain", "slowly");
		}

	}

}
