package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.frontlineservice.SignedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The documented nginx configuration in front of two instances, of which one cannot
 * answer.
 */
@ProxiedService
class ClusterNginxTests {

	private static final SignedRequest LIST = SignedRequest.to(ProxiedService.CRM)
		.with("Location", "GetCustomersList")
		.with("Worker", "ada@example.com");

	private static final SignedRequest ADDED = SignedRequest.to(ProxiedService.PUBLIC_URL + "/callbacks/conversations")
		.with("EventType", "onUserUpdated");

	private static final SignedRequest NEW_CONVERSATION = SignedRequest
		.to(ProxiedService.PUBLIC_URL + "/callbacks/conversations")
		.with("EventType", "onConversationAdd");

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void assumeNginx() {
		Nginx.assumeInstalled();
	}

	@Test
	void instanceThatIsDownIsLeftOut() throws Exception {
		assertCallbacksAreAnswered(Nginx.freePort());
	}

	/** As after {@code kill -9}, when the request may have been read. */
	@Test
	void requestThatAnInstanceDropsGoesToTheOtherOne() throws Exception {
		AtomicInteger dropped = new AtomicInteger();
		try (ServerSocket killed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread thread = new Thread(() -> drop(killed, dropped));
			thread.setDaemon(true);
			thread.start();
			assertCallbacksAreAnswered(killed.getLocalPort());
		}
		assertThat(dropped.get()).isPositive();
	}

	@Test
	void requestThatAnInstanceCannotAnswerGoesToTheOtherOne() throws Exception {
		HttpServer unavailable = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		unavailable.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
		});
		unavailable.start();
		assertCallbacksAreAnswered(unavailable.getAddress().getPort());
		unavailable.stop(0);
	}

	@Test
	void whileAllInstancesAreDownOnlyNewConversationsAreAccepted() throws Exception {
		int closed = Nginx.freePort();
		try (Nginx nginx = Nginx.startForInstances(this.folder, closed, closed)) {
			assertThat(nginx.post(NEW_CONVERSATION, "/callbacks/conversations").body()).isEqualTo("{}");
			assertThat(nginx.post(LIST, "/callbacks/crm").statusCode()).isEqualTo(502);
		}
	}

	@Test
	void nothingElseIsForwarded() throws Exception {
		try (Nginx nginx = Nginx.startForInstances(this.folder, this.port, this.port)) {
			HttpRequest health = HttpRequest.newBuilder(URI.create(nginx.url() + "/actuator/health")).build();
			assertThat(nginx.send(health).statusCode()).isEqualTo(404);
		}
	}

	/** Several times, because nginx sends requests to the instances in turn. */
	private void assertCallbacksAreAnswered(int other) throws Exception {
		try (Nginx nginx = Nginx.startForInstances(this.folder, other, this.port)) {
			for (int i = 0; i < 4; i++) {
				assertThat(nginx.post(LIST, "/callbacks/crm").body()).contains(ProxiedService.CUSTOMER);
				assertThat(nginx.post(ADDED, "/callbacks/conversations").statusCode()).isEqualTo(200);
			}
		}
	}

	/** Closes each connection when a request has arrived. */
	private static void drop(ServerSocket server, AtomicInteger dropped) {
		while (!server.isClosed()) {
			try (Socket connection = server.accept()) {
				assertThat(connection.getInputStream().read()).isPositive();
				dropped.incrementAndGet();
			}
			catch (IOException ex) {
				// The test has ended.
			}
		}
	}

}
