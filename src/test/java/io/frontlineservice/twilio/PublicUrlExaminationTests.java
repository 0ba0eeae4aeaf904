package io.frontlineservice.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason why Twilio cannot reach the service has its own message. */
class PublicUrlExaminationTests {

	private static final String OURS = "{\"objects\":{\"customers\":[],\"searchable\":true}}";

	private static final String REFUSAL = "{\"detail\":\"" + SignatureFilter.NOT_SIGNED + "\",\"status\":403}";

	private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";

	private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());

	/** Too long to end in a test, unless the test replaces it. */
	private Duration timeout = Duration.ofSeconds(30);

	@BeforeEach
	void startServer() {
		this.server.start();
	}

	@AfterEach
	void stopServer() {
		this.server.stop();
	}

	@Test
	void verifyingServiceIsOk() {
		answers(okJson(OURS), problem(403, REFUSAL));

		assertThat(examined()).extracting(Observation::outcome, Observation::seen)
			.containsExactly(tuple(Outcome.HOLDS, url() + ": this service answers requests that are signed"),
					tuple(Outcome.HOLDS, "this service refuses unsigned requests"),
					tuple(Outcome.WARNING, url() + " is only reachable from this machine, not by Twilio"));
	}

	@Test
	void probeIsSignedLikeACallbackAndNamesNoWorker() {
		answers(okJson(OURS), problem(403, REFUSAL));
		examined();

		SignedRequest form = form();
		this.server.verify(postRequestedFor(urlEqualTo("/callbacks/crm"))
			.withHeader("X-Twilio-Signature", equalTo(form.signature()))
			.withHeader("Content-Type", matching("application/x-www-form-urlencoded.*"))
			.withFormParam("Location", equalTo("GetCustomersList"))
			.withFormParam("PageSize", equalTo("1"))
			.withFormParam("Query", equalTo("frontline-doctor"))
			.withFormParam("Worker", equalTo("doctor@frontline.invalid")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "502 | the proxy runs, but does not reach this service (502) | start",
			"503 | the proxy runs, but does not reach this service (503) | start",
			"504 | the proxy runs, but does not reach this service (504) | start",
			"404 | the proxy does not forward /callbacks/ (404) | configure the proxy to forward",
			"405 | the proxy does not forward /callbacks/ (405) | configure the proxy to forward",
			"401 | it asks for a login (401) | allow POST /callbacks/", "407 | it asks for a login (407) | allow POST",
			"403 | it responds with a page for browsers, such as the notice of a tunnel or a login (403) | turn that page off",
			"200 | it responds with a page for browsers, such as the notice of a tunnel or a login (200) | turn that page off",
			"500 | the response is an error (500) | see the logs" })
	void pageOfAProxyIsReportedByItsStatus(int status, String seen, String fix) {
		answers(page(status), page(status));

		assertProblem(seen, fix);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{} | another server is there: this is not a response of this service (200)",
			"[] | another server is there: this is not a response of this service (200)",
			"ok | another server is there: this is not a response of this service (200)",
			"{\"objects\":{\"customers\":[]}} | another server is there: this is not a response of this service (200)" })
	void responseOfAnotherServerIsAProblem(String body, String seen) {
		answers(okJson(body), okJson(body));

		assertProblem(seen, "the server that the proxy forwards to");
	}

	@Test
	void errorIsDistinguishedFromAPageOfAProxy() {
		answers(page(400), page(400));
		assertProblem("it responds with a page for browsers", "turn that page off");

		answers(problem(400, "{}"), page(400));
		assertProblem("the response is an error (400)", "see the logs");
	}

	@Test
	void serverThatAnswersUnsignedRequestsIsAProblem() {
		answers(okJson(OURS), okJson(OURS));

		assertProblem("another server is there: it answers unsigned requests, which this service never does",
				"the server that the proxy forwards to");
	}

	@Test
	void serverThatFailsOnUnsignedRequestsIsAProblem() {
		answers(okJson(OURS), status(500));

		assertThat(examined()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> assertThat(it.seen()).endsWith("the response is an error (500 to an unsigned request)"));
	}

	@Test
	void refusalByTheServiceIsDistinguishedFromAFirewall() {
		answers(problem(403, REFUSAL), problem(403, REFUSAL));
		assertProblem("the running service refuses our signature (403)", "this auth token");

		answers(okJson("{\"error\":\"blocked\"}").withStatus(403), status(403));
		assertProblem("a server in front of this service refuses the request (403)", "X-Twilio-Signature");
	}

	@Test
	void outageOfTheCrmIsDistinguishedFromAProxyError() {
		answers(problem(503, "{\"status\":503}"), problem(403, REFUSAL));

		assertProblem("this service is reached, but its CRM does not answer (503)", "A callback was answered with 503");
	}

	@Test
	void redirectIsNotFollowedAndItsTargetIsShownWithoutQuery() {
		answers(status(301).withHeader("Location", "https://www.example.com/callbacks/crm?key=value"), status(301));

		assertProblem("it redirects (301 to https://www.example.com/callbacks/crm?...)",
				"set frontline.public-url, and the URLs in Twilio's console, to the target of the redirect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://some_host.example.com", "https://some{host}.example.com" })
	void invalidHostIsAProblem(String url) {
		assertProblem(url, "this is not a valid URL", "fix frontline.public-url");
	}

	@Test
	void hostUnknownToDnsIsAProblem() {
		assertProblem("https://no-such-host.invalid", "DNS does not know the host", "create a DNS record");
	}

	@Test
	void refusedConnectionIsAProblem() {
		assertProblem("http://localhost:1", "no server listens there: the connection is refused", "start the proxy");
	}

	@Test
	void missingResponseTimesOut() {
		this.timeout = Duration.ofMillis(500);
		answers(okJson(OURS).withFixedDelay(60_000), status(403));

		assertProblem("there is no response in time", "allow it in the firewall");
	}

	@Test
	void endlessResponseTimesOut() {
		this.timeout = Duration.ofMillis(500);
		answers(okJson(OURS).withChunkedDribbleDelay(20, 60_000), status(403));

		assertThat(examined()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM).hasSize(1);
	}

	@Test
	void untrustedCertificateIsAProblem() {
		assertProblem("https://localhost:" + this.server.httpsPort(),
				"TLS fails (unable to find valid certification path to requested target)",
				"install a valid certificate");
	}

	@Test
	void httpServerAtAnHttpsUrlIsAProblem() {
		assertProblem("https://localhost:" + this.server.port(), "TLS fails (", "install a valid certificate");
	}

	@Test
	void closedConnectionIsAProblem() {
		answers(ok().withFault(Fault.EMPTY_RESPONSE), status(403));

		assertProblem("the connection closes without a response", "see the log of the proxy");
	}

	@Test
	void userInfoIsSentButNotShown() {
		this.server.stubFor(post("/callbacks/crm").withBasicAuth("user", "pa@55").willReturn(okJson(OURS)));
		String url = url().replace("//", "//user:pa%4055@");

		assertThat(examined(url).get(0).seen())
			.startsWith(url() + ": another server is there: it answers unsigned requests");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ftp://fis.example.com", "http://fis.example.com",
			"https://fis.example.com/callbacks/crm" })
	void invalidPublicUrlIsNotExamined(String url) {
		assertThat(examined(url)).extracting(Observation::seen)
			.containsExactly("not examined: first fix frontline.public-url");
	}

	@Test
	void missingTokenIsNotExamined() {
		List<Observation> observations = new PublicUrlExamination()
			.examine(TestEnvironment.of("frontline.public-url", url()));

		assertThat(observations).extracting(Observation::seen)
			.containsExactly("not examined: first fix frontline.twilio.*");
		assertThat(this.server.getAllServeEvents()).isEmpty();
	}

	@Test
	void everyConfiguredSignatureIsTried() {
		answers(okJson(OURS), problem(403, REFUSAL));

		assertThat(
				examined(url(), "frontline.twilio.webhook-keys.K1", "one", "frontline.twilio.webhook-keys.K2", "two"))
			.extracting(Observation::outcome, Observation::seen)
			.containsExactly(tuple(Outcome.HOLDS, url() + ": this service answers requests that are signed"),
					tuple(Outcome.HOLDS,
							url() + ": this service answers requests that are signed by the shared key K1"),
					tuple(Outcome.HOLDS,
							url() + ": this service answers requests that are signed by the shared key K2"),
					tuple(Outcome.HOLDS, "this service refuses unsigned requests"),
					tuple(Outcome.WARNING, url() + " is only reachable from this machine, not by Twilio"));
		SignedRequest form = form().signedByKey("K2", "two");
		this.server.verify(postRequestedFor(urlEqualTo("/callbacks/crm"))
			.withHeader("X-Twilio-Signature", equalTo(form.signature()))
			.withHeader(SETTINGS, equalTo("key=K2,algorithm=HMAC_SHA256")));
	}

	@Test
	void keyUnknownToTheServiceIsNamed() {
		answers(okJson(OURS), problem(403, REFUSAL));
		this.server.stubFor(post("/callbacks/crm").withHeader(SETTINGS, equalTo("key=K1,algorithm=HMAC_SHA256"))
			.willReturn(problem(403, REFUSAL)));

		assertThat(
				examined(url(), "frontline.twilio.webhook-keys.K1", "one", "frontline.twilio.webhook-keys.K2", "two"))
			.filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> {
				assertThat(it.seen())
					.isEqualTo(url() + ": the running service refuses our signature by a shared key (K1, 403)");
				assertThat(it.fix()).contains("these frontline.twilio.webhook-keys", "A request was refused");
			});
	}

	@Test
	void requiredKeyIsOkWhenTheTokenIsRefused() {
		answers(problem(403, REFUSAL), problem(403, REFUSAL));
		this.server.stubFor(post("/callbacks/crm").withHeader(SETTINGS, equalTo("key=K1,algorithm=HMAC_SHA256"))
			.willReturn(okJson(OURS)));

		assertThat(examinedRequiringKey()).extracting(Observation::outcome, Observation::seen)
			.containsExactly(
					tuple(Outcome.HOLDS,
							url() + ": this service answers requests that are signed by the shared key K1"),
					tuple(Outcome.HOLDS, "this service refuses unsigned requests"),
					tuple(Outcome.HOLDS, "this service refuses requests that are signed by the auth token"),
					tuple(Outcome.WARNING, url() + " is only reachable from this machine, not by Twilio"));
	}

	@Test
	void serviceThatAcceptsTheTokenInsteadOfTheRequiredKeyIsAProblem() {
		answers(okJson(OURS), problem(403, REFUSAL));

		assertThat(examinedRequiringKey()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> {
				assertThat(it.seen()).contains("it answers requests that are signed by the auth token");
				assertThat(it.fix()).contains("frontline.twilio.require-webhook-key: true");
			});
	}

	@Test
	void unreachableServiceIsCalledOnce() {
		answers(page(502), page(502));

		assertThat(examined(url(), "frontline.twilio.webhook-keys.K1", "one"))
			.filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.hasSize(1);
		assertThat(this.server.getAllServeEvents()).hasSize(1);
	}

	@Test
	void invalidKeyIsNotExamined() {
		assertThat(examined(url(), "frontline.twilio.webhook-keys.K1", "")).extracting(Observation::seen)
			.containsExactly("not examined: first fix frontline.twilio.*");
	}

	private List<Observation> examinedRequiringKey() {
		return examined(url(), "frontline.twilio.webhook-keys.K1", "one", "frontline.twilio.require-webhook-key",
				"true");
	}

	private SignedRequest form() {
		return SignedRequest.to(url() + "/callbacks/crm")
			.with("Location", "GetCustomersList")
			.with("PageSize", "1")
			.with("Query", "frontline-doctor")
			.with("Worker", "doctor@frontline.invalid");
	}

	private void answers(ResponseDefinitionBuilder signed, ResponseDefinitionBuilder unsigned) {
		this.server.stubFor(post("/callbacks/crm").willReturn(signed));
		this.server.stubFor(post("/callbacks/crm").withHeader("X-Twilio-Signature", absent()).willReturn(unsigned));
	}

	private static ResponseDefinitionBuilder page(int status) {
		return status(status).withHeader("Content-Type", "text/html; charset=utf-8").withBody("<html>");
	}

	private static ResponseDefinitionBuilder problem(int status, String body) {
		return status(status).withHeader("Content-Type", "application/problem+json").withBody(body);
	}

	private void assertProblem(String seen, String fix) {
		assertProblem(url(), seen, fix);
	}

	private void assertProblem(String url, String seen, String fix) {
		assertThat(examined(url)).filteredOn((it) -> it.outcome() != Outcome.WARNING)
			.singleElement()
			.satisfies((it) -> {
				assertThat(it.outcome()).isEqualTo(Outcome.PROBLEM);
				assertThat(it.seen()).startsWith(url + ": " + seen);
				assertThat(it.fix()).contains(fix);
			});
	}

	private List<Observation> examined() {
		return examined(url());
	}

	private List<Observation> examined(String url, String... settings) {
		List<String> all = new ArrayList<>(List.of("frontline.public-url", url, "frontline.twilio.account-sid",
				SignedRequest.ACCOUNT_SID, "frontline.twilio.auth-token", SignedRequest.TOKEN));
		all.addAll(List.of(settings));
		return new PublicUrlExamination(this.timeout).examine(TestEnvironment.of(all.toArray(String[]::new)));
	}

	private String url() {
		return "http://localhost:" + this.server.port();
	}

}
