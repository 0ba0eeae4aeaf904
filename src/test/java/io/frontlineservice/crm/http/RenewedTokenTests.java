package io.frontlineservice.crm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token that ends is renewed once, and each request is repeated at most once. */
@Timeout(20)
class RenewedTokenTests {

	private static final ApiRequest REQUEST = ApiRequest.get("/contacts");

	private static final int REQUESTS = 100;

	@RegisterExtension
	static final StubbedApi stub = new StubbedApi();

	private CrmApi api;

	@BeforeEach
	void start() {
		AccessTokens tokens = new AccessTokens((deadline) -> {
			ApiAnswer answer = stub.api.call(ApiRequest.form("/token", Map.of("grant", "x")), deadline);
			return new AccessToken(Secret.of(answer.body().path("token").asString()), null);
		}, stub.nanos::get, stub.meters);
		this.api = stub.api.authorized(tokens);
		tokenIs("old");
		accepted("old");
		this.api.call(REQUEST, StubbedApi.soon());
		stub.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
	}

	@Test
	void hundredRequestsWithAnEndedTokenRenewItOnce() {
		accepted("new");
		token(okJson("{\"token\": \"new\"}").withFixedDelay(100));
		assertThat(atOnce()).hasSize(REQUESTS).containsOnly("ok");
		assertThat(tokenCalls()).isEqualTo(2);
		assertThat(stub.count("credentials")).isBetween(1L, (long) REQUESTS);
	}

	@Test
	void failedRenewalMakesNoStorm() {
		accepted("new");
		token(aResponse().withStatus(401).withBody("{}"));
		assertThat(atOnce()).hasSize(REQUESTS).containsOnly("CREDENTIALS");
		assertThat(atOnce()).hasSize(REQUESTS).containsOnly("CREDENTIALS");
		assertThat(tokenCalls()).isEqualTo(2);
	}

	@Test
	void tokenEndpointThatIsDownIsUnavailabilityAndRecovers() {
		accepted("new");
		token(aResponse().withStatus(503));
		assertThat(result()).isEqualTo("CREDENTIALS");
		assertThat(result()).isEqualTo("UNAVAILABLE");
		tokenIs("new");
		stub.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(result()).isEqualTo("ok");
	}

	@Test
	void newTokenThatIsRefusedTooIsNotRenewedAgain() {
		accepted("none");
		tokenIs("new");
		assertThat(result()).isEqualTo("CREDENTIALS");
		assertThat(apiCalls()).isEqualTo(3);
		assertThat(result()).isEqualTo("CREDENTIALS");
		assertThat(tokenCalls()).isEqualTo(2);
	}

	@Test
	void requestIsNotRepeatedWithoutTime() {
		accepted("new");
		tokenIs("new");
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> this.api.call(REQUEST, Deadline.in(Duration.ofMillis(900))));
		assertThat(apiCalls()).isEqualTo(2);
		assertThat(result()).isEqualTo("ok");
	}

	@Test
	void requestWithoutPermissionRenewsNothing() {
		stub.server.stubFor(get(urlEqualTo("/contacts")).willReturn(aResponse().withStatus(403)));
		assertThat(result()).isEqualTo("PERMISSION");
		assertThat(tokenCalls()).isEqualTo(1);
	}

	@Test
	void refusedKeyIsNotRepeated() {
		CrmApi withKey = stub.api.authorized(Authorization.bearer(Secret.of("key")));
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> withKey.call(REQUEST, StubbedApi.soon()))
			.matches((ex) -> ex.errorClass() == ErrorClass.CREDENTIALS);
		stub.server.verify(1,
				getRequestedFor(urlEqualTo("/contacts")).withHeader("Authorization", equalTo("Bearer key")));
	}

	/** Makes many requests at the same time, and returns their results. */
	private List<String> atOnce() {
		ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
		try {
			List<CompletableFuture<String>> results = IntStream.range(0, REQUESTS)
				.mapToObj((it) -> CompletableFuture.supplyAsync(this::result, threads))
				.toList();
			return results.stream().map(CompletableFuture::join).toList();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private String result() {
		try {
			this.api.call(REQUEST, Deadline.in(Duration.ofSeconds(10)));
			return "ok";
		}
		catch (CrmErrorException ex) {
			return ex.errorClass().name();
		}
	}

	private static void tokenIs(String token) {
		token(okJson("{\"token\": \"" + token + "\"}"));
	}

	private static void token(ResponseDefinitionBuilder response) {
		stub.server.stubFor(post(urlEqualTo("/token")).willReturn(response));
	}

	/** Only that token is accepted. */
	private static void accepted(String token) {
		stub.server.stubFor(get(urlEqualTo("/contacts")).willReturn(aResponse().withStatus(401).withBody("{}")));
		stub.server.stubFor(get(urlEqualTo("/contacts")).withHeader("Authorization", equalTo("Bearer " + token))
			.willReturn(okJson("{}")));
	}

	private static int tokenCalls() {
		return stub.server.countRequestsMatching(postRequestedFor(urlEqualTo("/token")).build()).getCount();
	}

	private static int apiCalls() {
		return stub.server.countRequestsMatching(getRequestedFor(urlEqualTo("/contacts")).build()).getCount();
	}

}
