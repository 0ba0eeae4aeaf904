package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The documented nginx configuration in front of the service, with TLS. */
@ProxiedService
class NginxTests {

	private static final SignedRequest NEW_CONVERSATION = SignedRequest
		.to(ProxiedService.PUBLIC_URL + "/callbacks/conversations")
		.with("EventType", "onConversationAdd");

	/** As the deployment document describes for a public URL with a path. */
	private static final String REWRITE = "rewrite ^/twilio(/callbacks/.*)$ $1;";

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void assumeNginx() {
		Nginx.assumeInstalled();
	}

	@Test
	void onlySignedCallbacksPass() throws Exception {
		try (Nginx nginx = Nginx.start(this.folder, service(), "")) {
			HttpResponse<String> signed = nginx.post(list(ProxiedService.CRM), "/callbacks/crm");
			assertThat(signed.statusCode()).isEqualTo(200);
			assertThat(signed.body()).contains(ProxiedService.CUSTOMER);
			assertThat(nginx.post(list("https://fis.example.com/other"), "/callbacks/crm").statusCode()).isEqualTo(403);
			assertThat(nginx.post(NEW_CONVERSATION.signedBy("0".repeat(32)), "/callbacks/conversations").statusCode())
				.isEqualTo(403);
			assertThat(nginx.post(NEW_CONVERSATION, "/callbacks/conversations").body()).isEqualTo("{}");
			SignedRequest large = list(ProxiedService.CRM).with("Query", "x".repeat(300_000));
			assertThat(nginx.post(large, "/callbacks/crm").statusCode()).isEqualTo(413);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/actuator/health", "/callbacks", "/callbacks/../actuator/health" })
	void nothingElseIsForwarded(String path) throws Exception {
		try (Nginx nginx = Nginx.start(this.folder, service(), "")) {
			HttpResponse<String> response = nginx.send(HttpRequest.newBuilder(URI.create(nginx.url() + path)).build());
			assertThat(response.statusCode()).isIn(301, 404);
			assertThat(response.headers().firstValue("X-Request-Id")).isEmpty();
		}
	}

	@Test
	void pathOfThePublicUrlIsRemoved() throws Exception {
		try (Nginx nginx = Nginx.start(this.folder, service(), REWRITE)) {
			for (String query : new String[] { "", "?b=1&a=%c3%b1" }) {
				HttpResponse<String> response = nginx.post(list(ProxiedService.CRM + query),
						"/twilio/callbacks/crm" + query);
				assertThat(response.statusCode()).isEqualTo(200);
			}
		}
	}

	@Test
	void whileTheServiceIsDownOnlyNewConversationsAreAccepted() throws Exception {
		// A port that is bound and not listened to refuses connections, and no other
		// program gets it.
		try (Socket down = new Socket()) {
			down.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			assertOnlyNewConversationsAreAccepted("http://127.0.0.1:" + down.getLocalPort());
		}
	}

	private void assertOnlyNewConversationsAreAccepted(String down) throws Exception {
		try (Nginx nginx = Nginx.start(this.folder, down, "")) {
			HttpResponse<String> unchanged = nginx.post(NEW_CONVERSATION, "/callbacks/conversations");
			assertThat(unchanged.statusCode()).isEqualTo(200);
			assertThat(unchanged.body()).isEqualTo("{}");
			assertThat(unchanged.headers().firstValue("Content-Type")).hasValue("application/json");
			assertThat(nginx.post(list(ProxiedService.CRM), "/callbacks/crm").statusCode()).isEqualTo(502);
		}
	}

	private String service() {
		return "http://127.0.0.1:" + this.port;
	}

	private static SignedRequest list(String url) {
		return SignedRequest.to(url).with("Location", "GetCustomersList").with("Worker", "ada@example.com");
	}

}
