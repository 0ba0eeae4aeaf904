package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import io.frontlineservice.SignedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Each callback says what it is for, over HTTP. */
@RunningService
class UnmatchedRequestScenarioTests {

	private final String url;

	UnmatchedRequestScenarioTests(@LocalServerPort int port) {
		this.url = "http://localhost:" + port;
	}

	@ParameterizedTest
	@CsvSource({ "conversations,Conversations webhook", "crm,CRM callback",
			"outgoing-conversation,outgoing conversations callback", "routing,custom routing",
			"templates,templates callback" })
	void wrongMethodIsAnsweredWithNameOfCallback(String path, String name) throws Exception {
		for (String method : new String[] { "GET", "PUT", "OPTIONS" }) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + "/callbacks/" + path))
				.method(method, BodyPublishers.noBody())
				.build();
			HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
			assertProblem(response, 405,
					"This is the " + name + " URL of a Frontline integration service: enter it in the Twilio "
							+ "Frontline console, which posts signed forms to it.");
			assertThat(response.headers().allValues("Allow")).containsExactly("POST");
		}
	}

	@ParameterizedTest
	@CsvSource({ "crm,GetCustomersList and GetCustomerDetailsByCustomerId", "outgoing-conversation,GetProxyAddress",
			"templates,GetTemplatesByCustomerId" })
	void unknownLocationIsAnsweredWithLocationsOfCallback(String path, String locations) throws Exception {
		SignedRequest form = SignedRequest.to(RunningService.PUBLIC_URL + "/callbacks/" + path)
			.with("Worker", "ada@example.com");
		assertProblem(form.with("Location", "CreateCustomer").post(this.url + "/callbacks/" + path), 422,
				"This callback answers only " + locations + ".");
		assertProblem(form.with("Location", " ").post(this.url + "/callbacks/" + path), 400,
				"The parameter Location is missing from the form.");
		assertProblem(form.post(this.url + "/callbacks/" + path), 400,
				"The parameter Location is missing from the form.");
	}

	private static void assertProblem(HttpResponse<String> response, int status, String detail) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(JsonMapper.shared().readTree(response.body()).path("detail").asString()).isEqualTo(detail);
	}

}
