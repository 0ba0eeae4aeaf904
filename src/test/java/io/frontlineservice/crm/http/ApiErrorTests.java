package io.frontlineservice.crm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frontlineservice.customer.CrmBusyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request carries, and what errors mean. */
@Timeout(20)
class ApiErrorTests {

	private static final ApiRequest REQUEST = ApiRequest.get("/contacts/1", "search", "general");

	@RegisterExtension
	static final StubbedApi stub = new StubbedApi();

	@Test
	void answerIsReturnedWithItsHeaders() {
		stub.answers(aResponse().withHeader("X-Left", "7").withBody("{\"id\": \"1\"}"));

		ApiAnswer answer = stub.api.call(REQUEST, StubbedApi.soon());

		assertThat(answer.body().path("id").asString()).isEqualTo("1");
		assertThat(answer.header("x-left")).isEqualTo("7");
		assertThat(answer).hasToString("status 200");
		assertThat(stub.count("ok")).isOne();
	}

	@Test
	void bodyIsReadAsARecord() {
		record Deal(String name, BigDecimal amount) {
		}
		stub.answers(200, "{\"name\": \"A\", \"amount\": 1.10, \"more\": true}");
		ApiAnswer answer = stub.api.call(REQUEST, StubbedApi.soon());
		assertThat(answer.as(Deal.class)).isEqualTo(new Deal("A", new BigDecimal("1.10")));
		assertThat(answer.body().path("amount").asString()).isEqualTo("1.10");
		stub.answers(200, "{\"name\": {}}");
		ApiAnswer other = stub.api.call(REQUEST, StubbedApi.soon());
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> other.as(Deal.class))
			.matches((ex) -> ex.errorClass() == ErrorClass.UNREADABLE);
	}

	@Test
	void requestCarriesItsHeadersAndJson() {
		stub.answers(200, "{}");

		stub.api.call(ApiRequest.post("/search?a=%20b", Map.of("query", "O'Brien \"é\"")).withHeader("X-More", "1"),
				StubbedApi.soon());

		LoggedRequest request = stub.requests().get(0);
		assertThat(request.getUrl()).isEqualTo("/search?a=%20b");
		assertThat(request.getMethod().getName()).isEqualTo("POST");
		assertThat(request.getBodyAsString()).isEqualTo("{\"query\":\"O'Brien \\\"é\\\"\"}");
		assertThat(request.getHeader("Content-Type")).startsWith("application/json");
		assertThat(request.getHeader("Accept")).isEqualTo("application/json");
		assertThat(request.getHeader("X-More")).isEqualTo("1");
		assertThat(request.getHeader("Authorization")).isNull();
		assertThat(request.getHeader("Accept-Encoding")).isNull();
		assertThat(request.getHeader("Cookie")).isNull();
	}

	@Test
	void formIsSentAsTokenEndpointsExpectIt() {
		stub.answers(200, "{}");

		stub.api.call(ApiRequest.form("/token", Map.of("client_secret", "a+b&c")), StubbedApi.soon());

		LoggedRequest request = stub.requests().get(0);
		assertThat(request.getBodyAsString()).isEqualTo("client_secret=a%2Bb%26c");
		assertThat(request.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
	}

	@Test
	void emptyBodyIsAnAnswerIfTheStatusSaysSo() {
		stub.answers(204, "");
		ApiAnswer answer = stub.api.call(REQUEST, StubbedApi.soon());
		assertThat(answer.body().isMissingNode()).isTrue();
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> answer.as(Object.class));
	}

	@Test
	void whatDoesNotExistIsNotFound() {
		stub.answers(404, "{}");
		assertThat(stub.api.find(REQUEST, StubbedApi.soon())).isEmpty();
		assertThat(error().errorClass()).isEqualTo(ErrorClass.NOT_FOUND);
		assertThat(stub.count("not_found")).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "400, INVALID_REQUEST", "401, CREDENTIALS", "403, PERMISSION", "405, INVALID_REQUEST",
			"410, INVALID_REQUEST", "422, INVALID_REQUEST", "500, UNAVAILABLE" })
	void otherErrorIsNeverAnAbsentCustomer(int status, ErrorClass expected) {
		stub.answers(status, "{\"message\": \"secret\"}");
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> stub.api.find(REQUEST, StubbedApi.soon()))
			.withMessageContaining(String.valueOf(status))
			.withMessageNotContaining("secret")
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo(expected));
		assertThat(stub.requests()).hasSize(1);
	}

	@Test
	void vendorDecidesWhatAnAnswerMeans() {
		stub.use(new ApiDialect() {
			@Override
			public @Nullable ErrorClass errorClass(ApiAnswer answer) {
				return answer.body().has("error") ? ErrorClass.CREDENTIALS : null;
			}
		});
		stub.answers(200, "{\"error\": \"x\"}");
		assertThat(error().errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
		stub.answers(500, "{}");
		assertThat(error().errorClass()).isEqualTo(ErrorClass.UNAVAILABLE);
	}

	@Test
	void missingPermissionsAreNamed() {
		stub.use(new ApiDialect() {
			@Override
			public List<String> missingPermissions(ApiAnswer answer) {
				return List.of(answer.body().path("scope").asString());
			}
		});
		stub.answers(403, "{\"scope\": \"contacts.read\"}");
		assertThat(error().missingPermissions()).containsExactly("contacts.read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:1/next", "https://example.com/next", "next", "http://user@localhost/",
			"/a b", "/%zz" })
	void linkToElsewhereIsRefusedBeforeARequest(String link) {
		stub.answers(200, "{}");
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> stub.api.call(ApiRequest.get(link), StubbedApi.soon()));
		assertThat(stub.requests()).isEmpty();
	}

	@Test
	void linkOfTheSameServerIsFollowed() {
		stub.answers(200, "{}");
		stub.api.call(ApiRequest.get(stub.server.baseUrl() + "/next?after=a%2Bb"), StubbedApi.soon());
		assertThat(stub.requests().get(0).getUrl()).isEqualTo("/next?after=a%2Bb");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "none, 1", "7, 7", "0, 1", "-5, 1", "soon, 1", "86400, 900",
			"'Wed, 06 May 2026 07:08:19 GMT', 10", "'Wed, 06 May 2020 07:08:19 GMT', 1" })
	void tooManyCallsPauseTheNarrowestLimit(@Nullable String retryAfter, int seconds) {
		stub.answers(pausing(429, retryAfter));

		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> stub.api.find(REQUEST, StubbedApi.soon()));

		assertThat(stub.count("rate_limited")).isOne();
		stub.answers(200, "{}");
		stub.nanos.addAndGet(Duration.ofSeconds(seconds).minusMillis(1).toNanos());
		assertBusy("search");
		stub.api.call(ApiRequest.get("/", "general"), StubbedApi.soon());
		stub.nanos.addAndGet(Duration.ofMillis(1).toNanos());
		stub.api.call(ApiRequest.get("/", "search"), StubbedApi.soon().inBackground());
		assertThat(stub.requests()).hasSize(3);
	}

	@Test
	void tooManyCallsOfARequestWithoutLimitPauseTheWholeApi() {
		stub.answers(pausing(429, "10"));
		assertThatExceptionOfType(CrmBusyException.class)
			.isThrownBy(() -> stub.api.call(ApiRequest.get("/"), StubbedApi.soon()));
		assertBusy("search");
		assertBusy("general");
		assertThat(stub.requests()).hasSize(1);
	}

	@Test
	void unavailableCrmIsNotCalledWhileItAsksForAPause() {
		stub.answers(pausing(503, "120"));
		assertThat(error().errorClass()).isEqualTo(ErrorClass.UNAVAILABLE);
		stub.nanos.addAndGet(Duration.ofSeconds(119).toNanos());
		assertBusy("general");
		stub.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
		stub.answers(200, "{}");
		stub.api.call(REQUEST, StubbedApi.soon());
		assertThat(stub.requests()).hasSize(2);
	}

	@Test
	void vendorCorrectsLimitsByEachAnswer() {
		stub.use(new ApiDialect() {
			@Override
			public void observe(ApiAnswer answer, RateLimits limits) {
				limits.remaining("search", Long.parseLong(String.valueOf(answer.header("X-Left"))));
			}
		});
		stub.answers(aResponse().withHeader("X-Left", "1").withBody("{}"));
		stub.api.call(REQUEST, StubbedApi.soon());
		assertThat(stub.meter("frontline.crm.rate.limit.remaining").tag("limit", "search").gauge().value()).isOne();
	}

	@Test
	void requestCountsFromItsAnswer() {
		Duration slow = Duration.ofMillis(300);
		stub.use(new ApiDialect() {
			@Override
			public void observe(ApiAnswer answer, RateLimits limits) {
				stub.nanos.compareAndSet(0, slow.toNanos());
			}
		});
		stub.answers(200, "{}");
		for (int i = 0; i <= StubbedApi.SEARCH.calls(); i++) {
			stub.api.call(REQUEST, StubbedApi.soon());
		}
		assertThat(stub.nanos).hasValue(slow.plusMillis(1001).toNanos());
	}

	@Test
	void lastErrorIsShownUntilARequestSucceeds() {
		stub.answers(403, "{}");
		error();
		assertThat(lastError("permission")).isOne();
		stub.answers(404, "{}");
		stub.api.find(REQUEST, StubbedApi.soon());
		assertThat(lastError("permission")).isZero();
		assertThat(lastError("not_found")).isZero();
	}

	private static double lastError(String name) {
		return stub.meter("frontline.crm.http.error").tag("class", name).gauge().value();
	}

	private static CrmErrorException error() {
		return catchThrowableOfType(CrmErrorException.class, () -> stub.api.call(REQUEST, StubbedApi.soon()));
	}

	private static void assertBusy(String rate) {
		assertThatExceptionOfType(CrmBusyException.class)
			.isThrownBy(() -> stub.api.call(ApiRequest.get("/", rate), StubbedApi.soon().inBackground()));
	}

	private static ResponseDefinitionBuilder pausing(int status, @Nullable String retryAfter) {
		ResponseDefinitionBuilder response = aResponse().withStatus(status)
			.withHeader("Date", "Wed, 06 May 2026 07:08:09 GMT");
		return (retryAfter != null) ? response.withHeader("Retry-After", retryAfter) : response;
	}

}
