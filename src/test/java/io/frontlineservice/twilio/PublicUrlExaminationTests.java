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

/** Every way in which a public URL does not lead here is told by words of its own. */
class PublicUrlExaminationTests {

	private static final String OURS = "{\"objects\":{\"customers\":[],\"searchable\":true}}";

	private static final String REFUSAL = "{\"detail\":\"" + SignatureFilter.NOT_SIGNED + "\",\"status\":403}";

	private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";

	private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());

	/** It does not end in a test that does not mean it to. */
	private Duration patience = Duration.ofSeconds(30);

	@BeforeEach
	void startServer() {
		this.server.start();
	}

	@AfterEach
	void stopServer() {
		this.server.stop();
	}

	@Test
	void aServiceThatVerifiesHolds() {
		answers(okJson(OURS), problem(403, REFUSAL));

		assertThat(examined()).extracting(Observation::outcome, Observation::seen)
			.containsExactly(tuple(Outcome.HOLDS, url() + ": this service answers requests that are signed"),
					tuple(Outcome.HOLDS, "this service refuses unsigned requests"),
					tuple(Outcome.WARNING, url() + " is only reachable from this machine, not by Twilio"));
	}

	@Test
	void nobodyIsAskedForAsTwilioAsks() {
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
	void aPageOfAProxyIsTakenForWhatItsStatusSays(int status, String seen, String mend) {
		answers(page(status), page(status));

		assertTrouble(seen, mend);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{} | another server is there: this is not a response of this service (200)",
			"[] | another server is there: this is not a response of this service (200)",
			"ok | another server is there: this is not a response of this service (200)",
			"{\"objects\":{\"customers\":[]}} | another server is there: this is not a response of this service (200)" })
	void anotherServersAnswerIsNotOurs(String body, String seen) {
		answers(okJson(body), okJson(body));

		assertTrouble(seen, "the server that the proxy forwards to");
	}

	@Test
	void anErrorIsToldFromAPageOfAProxy() {
		answers(page(400), page(400));
		assertTrouble("it responds with a page for browsers", "turn that page off");

		answers(problem(400, "{}"), page(400));
		assertTrouble("the response is an error (400)", "see the logs");
	}

	@Test
	void oneThatAnswersUnsignedRequestsIsFound() {
		answers(okJson(OURS), okJson(OURS));

		assertTrouble("another server is there: it answers unsigned requests, which this service never does",
				"the server that the proxy forwards to");
	}

	@Test
	void oneThatFailsWithoutASignatureIsFound() {
		answers(okJson(OURS), status(500));

		assertThat(examined()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> assertThat(it.seen()).endsWith("the response is an error (500 to an unsigned request)"));
	}

	@Test
	void ourOwnRefusalIsToldFromAFirewalls() {
		answers(problem(403, REFUSAL), problem(403, REFUSAL));
		assertTrouble("the running service refuses our signature (403)", "this auth token");

		answers(okJson("{\"error\":\"blocked\"}").withStatus(403), status(403));
		assertTrouble("a server in front of this service refuses the request (403)", "X-Twilio-Signature");
	}

	@Test
	void ourOwnOutageIsToldFromAProxys() {
		answers(problem(503, "{\"status\":503}"), problem(403, REFUSAL));

		assertTrouble("this service is reached, but its CRM does not answer (503)", "A callback was answered with 503");
	}

	@Test
	void aRedirectIsNotFollowedAndSaysWhereItLeadsWithoutTheQuery() {
		answers(status(301).withHeader("Location", "https://www.example.com/callbacks/crm?key=value"), status(301));

		assertTrouble("it redirects (301 to https://www.example.com/callbacks/crm?...)",
				"set frontline.public-url, and the URLs in Twilio's console, to the target of the redirect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://some_host.example.com", "https://some{host}.example.com" })
	void aHostThatIsNone(String url) {
		assertTrouble(url, "this is not a valid URL", "fix frontline.public-url");
	}

	@Test
	void aHostWithoutAName() {
		assertTrouble("https://no-such-host.invalid", "DNS does not know the host", "create a DNS record");
	}

	@Test
	void aPortAtWhichNobodyListens() {
		assertTrouble("http://localhost:1", "no server listens there: the connection is refused", "start the proxy");
	}

	@Test
	void anAnswerThatDoesNotCome() {
		this.patience = Duration.ofMillis(500);
		answers(okJson(OURS).withFixedDelay(60_000), status(403));

		assertTrouble("there is no response in time", "allow it in the firewall");
	}

	@Test
	void anAnswerThatDoesNotEnd() {
		this.patience = Duration.ofMillis(500);
		answers(okJson(OURS).withChunkedDribbleDelay(20, 60_000), status(403));

		assertThat(examined()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM).hasSize(1);
	}

	@Test
	void aCertificateThatNobodyTrusts() {
		assertTrouble("https://localhost:" + this.server.httpsPort(),
				"TLS fails (unable to find valid certification path to requested target)",
				"install a valid certificate");
	}

	@Test
	void httpWhereHttpsIsMeant() {
		assertTrouble("https://localhost:" + this.server.port(), "TLS fails (", "install a valid certificate");
	}

	@Test
	void aConnectionThatBreaksOff() {
		answers(ok().withFault(Fault.EMPTY_RESPONSE), status(403));

		assertTrouble("the connection closes without a response", "see the log of the proxy");
	}

	@Test
	void theUserInTheUrlIsSentAndNeverShown() {
		this.server.stubFor(post("/callbacks/crm").withBasicAuth("user", "pa@55").willReturn(okJson(OURS)));
		String url = url().replace("//", "//user:pa%4055@");

		assertThat(examined(url).get(0).seen())
			.startsWith(url() + ": another server is there: it answers unsigned requests");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ftp://fis.example.com", "http://fis.example.com",
			"https://fis.example.com/callbacks/crm" })
	void aUrlThatIsRefusedAtTheStartIsNotExamined(String url) {
		assertThat(examined(url)).extracting(Observation::seen)
			.containsExactly("not examined: first fix frontline.public-url");
	}

	@Test
	void withoutATokenNothingCanBeSigned() {
		List<Observation> observations = new PublicUrlExamination()
			.examine(TestEnvironment.of("frontline.public-url", url()));

		assertThat(observations).extracting(Observation::seen)
			.containsExactly("not examined: first fix frontline.twilio.*");
		assertThat(this.server.getAllServeEvents()).isEmpty();
	}

	@Test
	void everyWayToSignIsTried() {
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
	void aKeyThatTheServiceDoesNotKnowIsNamed() {
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
				assertThat(it.mend()).contains("these frontline.twilio.webhook-keys", "A request was refused");
			});
	}

	@Test
	void whereAKeyIsRequiredTheTokenMustBeRefused() {
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
	void aServiceThatDoesNotRequireTheRequiredKeyIsFound() {
		answers(okJson(OURS), problem(403, REFUSAL));

		assertThat(examinedRequiringKey()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> {
				assertThat(it.seen()).contains("it answers requests that are signed by the auth token");
				assertThat(it.mend()).contains("frontline.twilio.require-webhook-key: true");
			});
	}

	@Test
	void aServiceThatIsNotThereIsAskedOnceHoweverManyKeysThereAre() {
		answers(page(502), page(502));

		assertThat(examined(url(), "frontline.twilio.webhook-keys.K1", "one"))
			.filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.hasSize(1);
		assertThat(this.server.getAllServeEvents()).hasSize(1);
	}

	@Test
	void withAKeyThatCannotBeUsedNothingIsSigned() {
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

	private void assertTrouble(String seen, String mend) {
		assertTrouble(url(), seen, mend);
	}

	private void assertTrouble(String url, String seen, String mend) {
		assertThat(examined(url)).filteredOn((it) -> it.outcome() != Outcome.WARNING)
			.singleElement()
			.satisfies((it) -> {
				assertThat(it.outcome()).isEqualTo(Outcome.PROBLEM);
				assertThat(it.seen()).startsWith(url + ": " + seen);
				assertThat(it.mend()).contains(mend);
			});
	}

	private List<Observation> examined() {
		return examined(url());
	}

	private List<Observation> examined(String url, String... settings) {
		List<String> all = new ArrayList<>(List.of("frontline.public-url", url, "frontline.twilio.account-sid",
				SignedRequest.ACCOUNT_SID, "frontline.twilio.auth-token", SignedRequest.TOKEN));
		all.addAll(List.of(settings));
		return new PublicUrlExamination(this.patience).examine(TestEnvironment.of(all.toArray(String[]::new)));
	}

	private String url() {
		return "http://localhost:" + this.server.port();
	}

}
