package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests injected faults. */
class FaultTests {

	private static final String ADA = "ada@example.com";

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account());

	private final Curl curl = new Curl(this.twilio);

	private String conversation;

	private String participants;

	@BeforeEach
	void start() throws Exception {
		this.twilio.start(0);
		String body = this.curl.post("/v1/Conversations").body();
		this.conversation = Reply.JSON.readTree(body).get("sid").asString();
		this.participants = "/v1/Conversations/" + this.conversation + "/Participants";
	}

	@AfterEach
	void stop() {
		this.twilio.close();
	}

	@Test
	void faultHappensConfiguredTimesWithoutEffect() throws Exception {
		this.twilio.faults().add(Fault.on(RestCall.ADD_PARTICIPANT).times(2).answering(503, 20503));
		assertThat(add().statusCode()).isEqualTo(503);
		assertThat(add().body()).contains("\"code\":20503", "\"status\":503");
		assertThat(this.twilio.workersOf(this.conversation)).isEmpty();
		assertThat(add().statusCode()).isEqualTo(201);
	}

	@Test
	void failedCallCanTakeEffect() throws Exception {
		this.twilio.faults().add(Fault.on(RestCall.ADD_PARTICIPANT).butDone());
		assertThat(add().statusCode()).isEqualTo(500);
		assertThat(this.twilio.workersOf(this.conversation)).containsExactly(ADA);
		assertThat(this.twilio.audit().writes()).isEqualTo(2);
		assertThat(add().body()).contains("50433");
	}

	@Test
	void faultMatchesMethodAndPath() throws Exception {
		this.twilio.faults().add(Fault.on("GET", "/v1/Conversations/CH.*").always());
		assertThat(this.curl.get("/v1/Conversations/" + this.conversation).statusCode()).isEqualTo(500);
		assertThat(this.curl.get(this.participants).statusCode()).isEqualTo(500);
		assertThat(this.curl.get("/v1/Conversations").statusCode()).isEqualTo(200);
		assertThat(add().statusCode()).isEqualTo(201);
	}

	@Test
	void tooManyRequestsHasRetryAfter() throws Exception {
		this.twilio.faults().add(Fault.onAnything().answering(429, 20429).retryAfter("7"));
		HttpResponse<String> response = add();
		assertThat(response.statusCode()).isEqualTo(429);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
	}

	@Test
	void faultCanAnswerHtml() throws Exception {
		this.twilio.faults().add(Fault.onAnything().answeringHtml(502, "<html>Bad Gateway</html>"));
		HttpResponse<String> response = add();
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
	}

	@Test
	void connectionClosesWithoutResponse() {
		this.twilio.faults().add(Fault.onAnything().hangingUp().butDone());
		assertThatExceptionOfType(IOException.class).isThrownBy(this::add).isNotInstanceOf(HttpTimeoutException.class);
		assertThat(this.twilio.workersOf(this.conversation)).containsExactly(ADA);
	}

	@Test
	void connectionHangsUntilFaultsAreCleared() {
		this.twilio.faults().add(Fault.onAnything().hanging());
		CompletableFuture<HttpResponse<String>> call = adding();
		await().until(() -> this.twilio.audit().participantPosts(this.conversation) == 1);
		assertThat(call).isNotDone();
		this.twilio.faults().clear();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(call::join);
	}

	@Test
	void responseIsDelayed() throws Exception {
		this.twilio.faults().add(Fault.onAnything().onlyLate(Duration.ofMillis(30)));
		long start = System.nanoTime();
		assertThat(add().statusCode()).isEqualTo(201);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
	}

	@Test
	void callOverConcurrencyLimitIsRefused() throws Exception {
		this.twilio.faults().add(Fault.on(RestCall.ADD_PARTICIPANT).hanging());
		this.twilio.faults().mostInFlight(1, "1");
		CompletableFuture<HttpResponse<String>> call = adding();
		await().until(() -> this.twilio.audit().participantPosts(this.conversation) == 1);
		HttpResponse<String> refused = this.curl.get("/v1/Conversations");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.body()).contains("20429");
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(this.twilio.audit().mostInFlight()).isEqualTo(2);
		this.twilio.faults().clear();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(call::join);
		assertThat(this.curl.get("/v1/Conversations").statusCode()).isEqualTo(200);
	}

	@Test
	void responsesDoNotWaitForAcknowledgements() throws Exception {
		this.curl.get("/v1/Conversations");
		List<Duration> taken = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			long start = System.nanoTime();
			this.curl.get("/v1/Conversations");
			taken.add(Duration.ofNanos(System.nanoTime() - start));
		}
		// Without the setting each call takes 40 ms. On a busy machine a few calls may
		// take that
		// long.
		assertThat(taken.stream().sorted().toList().get(10)).isLessThan(Duration.ofMillis(35));
	}

	private HttpResponse<String> add() throws IOException, InterruptedException {
		return this.curl.post(this.participants, "Identity", ADA);
	}

	private CompletableFuture<HttpResponse<String>> adding() {
		HttpRequest request = this.curl.posting(this.participants, "Identity", ADA);
		return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
	}

}
