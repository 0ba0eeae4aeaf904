package io.frontlineservice.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Tests who can open the page and what it cannot do. */
@RunningSandbox
@TestPropertySource(properties = "sandbox.page.hosts=sandbox.example")
class PageSafetyTests {

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sandbox/page/page.js", "/sandbox/webjars/lit-html/lit-html.js",
			"/sandbox/api/setup", "/sandbox/api/events" })
	void pageIsNotFoundByOtherHostName(String path) throws IOException {
		assertThat(statusLine(path, "abc.tunnel.example")).contains(" 404 ");
		assertThat(statusLine(path, "localhost")).contains(" 200 ");
		assertThat(statusLine(path, "127.0.0.1:" + this.port)).contains(" 200 ");
		assertThat(statusLine(path, "sandbox.example:" + this.port)).contains(" 200 ");
	}

	@Test
	void apiIsNotFoundFromOtherOrigin() throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri("/sandbox/api/setup"));
		for (String origin : new String[] { "http://evil.example", "null" }) {
			HttpRequest other = request.copy().header("Origin", origin).build();
			assertThat(HttpClient.newHttpClient().send(other, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
		}
		HttpRequest own = request.header("Origin", "http://localhost:" + this.port).build();
		assertThat(HttpClient.newHttpClient().send(own, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

	@Test
	void contentSecurityPolicyAllowsOnlyOwnSource() throws Exception {
		HttpResponse<String> page = get("/");
		assertThat(page.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("default-src 'none'", "script-src 'self'", "img-src 'self' data:;", "frame-ancestors 'none'")
			.doesNotContain("unsafe", "https:");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "/sandbox/api/inbound", "/sandbox/api/conversations", "/sandbox/api/troubles/DEAD_CRM" })
	void unsignedPostIsRefused(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{}"))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
		assertThat(this.twilio.conversations()).isEmpty();
	}

	@Test
	void otherFilesAreNotServed() throws Exception {
		for (String path : new String[] { "/sandbox/page/../customers.json", "/sandbox/customers.json",
				"/sandbox/page/", "/application.yml", "/webjars/lit-html/lit-html.js" }) {
			assertThat(get(path).statusCode()).as(path).isIn(400, 404);
		}
	}

	private HttpResponse<String> get(String path) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** The JDK's HTTP client does not allow another Host header. */
	private String statusLine(String path, String host) throws IOException {
		try (Socket socket = new Socket("localhost", this.port);
				OutputStream out = socket.getOutputStream();
				InputStream in = socket.getInputStream()) {
			out.write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			return new String(in.readNBytes(20), StandardCharsets.US_ASCII);
		}
	}

}
