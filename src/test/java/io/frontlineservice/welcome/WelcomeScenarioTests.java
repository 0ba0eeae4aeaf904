package io.frontlineservice.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import io.frontlineservice.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the root of the service answers in production. */
@RunningService
class WelcomeScenarioTests {

	private final String root;

	WelcomeScenarioTests(@LocalServerPort int port) {
		this.root = "http://localhost:" + port + "/";
	}

	@Test
	void browserIsToldWhatTheServiceIs() throws Exception {
		HttpResponse<String> response = send("GET");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
		assertThat(response.body())
			.contains("Frontline Integration Service", "It is running", "/callbacks/", "src/docs/console.md")
			.doesNotContain(RunningService.PUBLIC_URL, "Spring", "Tomcat", "0.1");
		assertThat(send("HEAD").statusCode()).isEqualTo(200);
	}

	@Test
	void otherMethodsAreNotAllowed() throws Exception {
		assertThat(send("PUT").statusCode()).isEqualTo(405);
		assertThat(send("DELETE").statusCode()).isEqualTo(405);
		assertThat(send("POST").statusCode()).isEqualTo(403);
		assertThat(SignedRequest.to(RunningService.PUBLIC_URL + "/").post(this.root).statusCode()).isEqualTo(405);
	}

	private HttpResponse<String> send(String method) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.root)).method(method, BodyPublishers.noBody()).build(),
					BodyHandlers.ofString());
	}

}
