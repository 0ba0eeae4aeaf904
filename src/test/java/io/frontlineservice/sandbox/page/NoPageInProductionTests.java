package io.frontlineservice.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that the page does not exist outside the sandbox. */
@RunningService
class NoPageInProductionTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/sandbox/page/index.html", "/sandbox/page/page.js",
			"/sandbox/webjars/lit-html/lit-html.js", "/webjars/lit-html/lit-html.js", "/sandbox/api/setup",
			"/sandbox/api/events", "/sandbox/api/troubles/DEAD_CRM", "/sandbox/api/inbound" })
	void pathIsNotFound(String path) throws Exception {
		for (String method : new String[] { "GET", "PUT", "DELETE" }) {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.method(method, BodyPublishers.noBody())
				.build();
			assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).as(method)
				.isEqualTo(404);
		}
	}

}
