package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.twilio.RawHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Responses to requests that the app does not send. */
@RunningService
class CallbackErrorScenarioTests {

	private static final String ADA = "ada@example.com";

	private final int port;

	private final CrmCallback callback;

	CallbackErrorScenarioTests(@LocalServerPort int port) {
		this.port = port;
		this.callback = new CrmCallback(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS" })
	void otherMethodsThanPostAre405(String method) throws Exception {
		HttpResponse<String> response = send(method, "/callbacks/crm", "text/html");
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	/**
	 * Unknown methods and invalid queries are client errors. The status is not 500, and
	 * the log has no stack trace.
	 */
	@ParameterizedTest
	@CsvSource({ "FOO,?%zz", "PROPFIND,?a=%C3", "FOO,MANY", "BREW,''", "GET,?%zz", "DELETE,?a=%C3", "POST,?%zz" })
	@ExtendWith(OutputCaptureExtension.class)
	void unreadableRequestIsRefusedAndNotLogged(String method, String query, CapturedOutput output) throws Exception {
		String many = "?" + IntStream.range(0, 1_001).mapToObj((i) -> "p" + i).collect(Collectors.joining("&"));
		for (String callback : List.of("crm", "templates", "outgoing-conversation", "conversations", "routing",
				"unknown")) {
			String answer = new RawHttp(this.port)
				.send(method + " /callbacks/" + callback + (query.equals("MANY") ? many : query) + " HTTP/1.1", "");
			assertThat(RawHttp.status(answer)).as(callback).isIn(400, 403, 404, 405);
		}
		assertThat(output).doesNotContain("A callback failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { ";;;/", "text/html", "a/b;q=2", "*" })
	@ExtendWith(OutputCaptureExtension.class)
	void acceptHeaderIsIgnored(String accept, CapturedOutput output) throws Exception {
		for (String path : List.of("/unknown", "/callbacks/crm", "/index.html")) {
			String answer = new RawHttp(this.port).send("GET " + path + " HTTP/1.1", "", "Accept: " + accept);
			assertThat(RawHttp.status(answer)).isIn(404, 405);
			assertThat(answer).contains("application/problem+json");
		}
		assertThat(output).doesNotContain("Accept");
	}

	@ParameterizedTest
	@ValueSource(strings = { "frontline_service:8080", "my_upstream", "FIS.example.com.", "x" })
	void anyHostIsAnswered(String host) throws Exception {
		SignedRequest form = CrmCallback.form().with("Location", "GetCustomersList").with("Worker", ADA);
		String answer = new RawHttp(this.port).exchange("POST /callbacks/crm HTTP/1.1\r\nHost: " + host
				+ "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: "
				+ form.signature() + "\r\nContent-Length: " + form.body().length() + "\r\n\r\n" + form.body());
		assertThat(RawHttp.status(answer)).isEqualTo(200);
	}

	@Test
	void getExplainsPurposeOfUrl() throws Exception {
		HttpResponse<String> response = send("GET", "/callbacks/crm", "text/html");
		assertThat(response.body()).contains("enter it in the Twilio Frontline console");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/index.html", "/error", "/actuator", "/actuator/health", "/actuator/prometheus",
			"/callbacks" })
	void otherPathsOnPublicPortAre404(String path) throws Exception {
		assertThat(send("GET", path, "application/json").statusCode()).isEqualTo(404);
	}

	@Test
	void missingLocationIs400() throws Exception {
		assertProblem(this.callback.post(CrmCallback.form().with("Worker", ADA)), 400, "Location is missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GetProxyAddress", "getcustomerslist", "toString", "GetCustomersList " })
	void unknownLocationIs422(String location) throws Exception {
		assertProblem(this.callback.post(CrmCallback.form().with("Location", location).with("Worker", ADA)), 422,
				"GetCustomersList and GetCustomerDetailsByCustomerId");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GetCustomersList", "GetCustomerDetailsByCustomerId" })
	void missingOrTooLongWorkerIs400(String location) throws Exception {
		SignedRequest form = CrmCallback.form().with("Location", location).with("CustomerId", "1001");
		assertProblem(this.callback.post(form), 400, "Worker is missing");
		assertProblem(this.callback.post(form.with("Worker", " ")), 400, "Worker is missing");
		assertProblem(this.callback.post(form.with("Worker", "w".repeat(257))), 400, "Worker may have 256");
	}

	@Test
	void missingOrTooLongCustomerIdIs400() throws Exception {
		SignedRequest form = CrmCallback.form().with("Location", "GetCustomerDetailsByCustomerId").with("Worker", ADA);
		assertProblem(this.callback.post(form), 400, "CustomerId is missing");
		assertProblem(this.callback.post(form.with("CustomerId", "9".repeat(257))), 400, "CustomerId may have 256");
	}

	@Test
	void tooLongQueryIs400() throws Exception {
		assertProblem(this.callback.list(ADA, "Query", "q".repeat(257)), 400, "Query may have 256");
	}

	@ParameterizedTest
	@CsvSource({ "Worker,mallory@example.com", "Location,GetCustomersList", "CustomerId,1002" })
	void repeatedParameterIs400(String name, String second) throws Exception {
		SignedRequest form = CrmCallback.form()
			.with("Location", "GetCustomerDetailsByCustomerId")
			.with("CustomerId", "1001")
			.with("Worker", ADA);
		assertProblem(this.callback.post(form.with(name, second)), 400, name + " is in the form more than once");
	}

	@Test
	void unknownParametersAreIgnored() throws Exception {
		assertThat(this.callback.list(ADA, "Novelty", "1", "Novelty", "2").statusCode()).isEqualTo(200);
	}

	@Test
	void workerThatMovedIntoQueryIsMissing() throws Exception {
		SignedRequest signed = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Query", "li")
			.with("Worker", ADA);
		SignedRequest shifted = CrmCallback.form().with("Location", "GetCustomersList").with("Query", "liWorker" + ADA);
		assertThat(shifted.signature()).isEqualTo(signed.signature());
		assertProblem(this.callback.post(shifted), 400, "Worker is missing");
	}

	@Test
	void workerThatWasCutOutOfQueryIsRefused() throws Exception {
		SignedRequest signed = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Query", "xWorkerben@example.com")
			.with("Worker", ADA);
		SignedRequest cut = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Query", "x")
			.with("Worker", "ben@example.com")
			.with("Worker" + ADA, "");
		assertThat(cut.signature()).isEqualTo(signed.signature());
		assertProblem(this.callback.post(cut), 400, "Worker can be read in more than one way");
		assertThat(this.callback.list(ADA, "WorkerSid", "WK1").statusCode()).isEqualTo(200);
	}

	/**
	 * Ada's search contains Eve's identity. Ada then sends the same signed text with
	 * other names and values, so the signature is still valid.
	 */
	@ParameterizedTest
	@CsvSource({ "X,''", "x,''", "WorkerSid,''", "Y,x", "~,''" })
	void searchForOtherWorkersIdentityDoesNotShowTheirCustomers(String name, String query) throws Exception {
		SignedRequest signed = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Query", query + "Workereve@example.com" + name)
			.with("Worker", ADA);
		SignedRequest recut = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Query", query)
			.with("Worker", "eve@example.com")
			.with(name, "Worker" + ADA);
		assertThat(recut.signature()).isEqualTo(signed.signature());
		assertProblem(this.callback.post(recut), 400, "Worker can be read in more than one way");
		assertThat(this.callback.post(signed).statusCode()).isEqualTo(200);
	}

	@Test
	void parametersThatMovedIntoQueryOfUrlAreRefused() throws Exception {
		String url = RunningService.PUBLIC_URL + "/callbacks/crm?token=1";
		SignedRequest signed = SignedRequest.to(url)
			.with("Location", "GetCustomersList")
			.with("Query", "LocationGetCustomersListWorkereve@example.comX")
			.with("Worker", ADA);
		SignedRequest recut = SignedRequest.to(url + "LocationGetCustomersListQuery")
			.with("Location", "GetCustomersList")
			.with("Worker", "eve@example.com")
			.with("X", "Worker" + ADA);
		assertThat(recut.signature()).isEqualTo(signed.signature());
		assertThat(signed.post(this.callback.url() + "?token=1").statusCode()).isEqualTo(200);
		assertProblem(recut.post(this.callback.url() + "?token=1LocationGetCustomersListQuery"), 400,
				"Location can be read in more than one way");
	}

	@Test
	void queryOfUrlThatMovedIntoNameIsRefused() throws Exception {
		SignedRequest signed = SignedRequest.to(RunningService.PUBLIC_URL + "/callbacks/crm?t=1")
			.with("Location", "GetCustomersList")
			.with("Query", "LocationGetCustomersListWorkereve@example.comX")
			.with("Worker", ADA);
		SignedRequest recut = CrmCallback.form()
			.with("?t=1LocationGetCustomersListQuery", "")
			.with("Location", "GetCustomersList")
			.with("Worker", "eve@example.com")
			.with("X", "Worker" + ADA);
		assertThat(recut.signature()).isEqualTo(signed.signature());
		assertProblem(this.callback.post(recut), 400, "Location can be read in more than one way");
	}

	/** The identity of the signing worker contains the name of a parameter. */
	@ParameterizedTest
	@ValueSource(strings = { "LocationTeam@example.com", "CoWorker", "ChannelTypes", "CustomerId", "EventType" })
	void identityThatContainsParameterNameGivesNoAccessToOtherWorkers(String worker) throws Exception {
		SignedRequest signed = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Query", "Workereve@example.comX")
			.with("Worker", worker);
		SignedRequest recut = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Query", "")
			.with("Worker", "eve@example.com")
			.with("X", "Worker" + worker);
		assertThat(recut.signature()).isEqualTo(signed.signature());
		assertProblem(this.callback.post(recut), 400, "Worker can be read in more than one way");
	}

	/** Events have no parameter Worker, so their texts may contain that word. */
	@ParameterizedTest
	@CsvSource({ "FriendlyName,Social Worker Anna", "Identity,Worker Smith", "Reason,CustomerId 5",
			"Attributes,'{\"ChannelValue\":\"Location\"}'", "UniqueName,Worker7" })
	void conversationWithParameterNamesInItsTextsIsAccepted(String name, String value) throws Exception {
		assertThat(SignedRequest.to(RunningService.PUBLIC_URL + "/callbacks/conversations")
			.with("ConversationSid", "CH0123456789abcdef0123456789abcdef")
			.with("EventType", "onConversationRemoved")
			.with(name, value)
			.with("RetryCount", "0")
			.post("http://localhost:" + this.port + "/callbacks/conversations")
			.statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "uel", "|uel", "^1", "Änne", "€", "_1" })
	void identityThatContinuesInNextNameIsRefused(String rest) throws Exception {
		SignedRequest signed = CrmCallback.form().with("Location", "GetCustomersList").with("Worker", "sam" + rest);
		SignedRequest recut = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Worker", "sam")
			.with(rest, "");
		assertThat(recut.signature()).isEqualTo(signed.signature());
		assertProblem(this.callback.post(recut), 400, "Worker can be read in more than one way");
	}

	@ParameterizedTest
	@CsvSource({ "Query,Worker", "Query,Social Worker", "Query,Location", "Query,WorkerLocation", "X,1", "Work,er",
			"WorkerSid,WK0123456789abcdef0123456789abcdef" })
	void unknownParametersAndSearchesForParameterNamesAreAnswered(String name, String value) throws Exception {
		assertThat(this.callback.list(ADA, name, value).statusCode()).isEqualTo(200);
		assertThat(this.callback.list(ADA, name, value, "PageSize", "30", "Unknown", "x").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Worker", "CustomerId" })
	void headerIsNotParameter(String name) throws Exception {
		SignedRequest form = CrmCallback.form().with("Location", "GetCustomerDetailsByCustomerId");
		SignedRequest rest = name.equals("Worker") ? form.with("CustomerId", "1001") : form.with("Worker", ADA);
		assertProblem(rest.post(this.callback.url(), name, name.equals("Worker") ? ADA : "1001"), 400,
				name + " is missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/callbacks/crm", "/elsewhere" })
	void unsignedMultipartRequestIs403(String path) throws Exception {
		SignedRequest form = CrmCallback.form().with("Worker", ADA);
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "multipart/form-data")
			.POST(BodyPublishers.ofString(form.body()))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
	}

	@Test
	void everyResponseHasNewRequestId() throws Exception {
		HttpResponse<String> first = CrmCallback.form().post(this.callback.url(), "X-Request-Id", "theirs");
		HttpResponse<String> second = CrmCallback.form().postUnsigned(this.callback.url());
		assertThat(first.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(36)
			.isNotEqualTo(second.headers().firstValue("X-Request-Id").orElseThrow());
		assertThat(first.body()).doesNotContain(first.headers().firstValue("X-Request-Id").orElseThrow());
	}

	private HttpResponse<String> send(String method, String path, String accept) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.method(method, BodyPublishers.noBody())
			.header("Accept", accept)
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

	private static void assertProblem(HttpResponse<String> response, int status, String detail) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(response.body());
		assertThat(problem.path("status").asInt()).isEqualTo(status);
		assertThat(problem.path("detail").asString()).contains(detail);
	}

}
