package io.frontlineservice.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.frontlineservice.twilio.TestSigners;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;

class WarmUpTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void serverAnswersRequestsBeforeItIsReady() throws Exception {
		List<String> methods = new CopyOnWriteArrayList<>();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/warm-up", (exchange) -> {
			methods.add(exchange.getRequestMethod());
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		server.start();
		run(server.getAddress().getPort());
		server.stop(0);
		assertThat(methods).hasSizeGreaterThanOrEqualTo(3).containsOnly("GET");
	}

	@Test
	void serverThatCannotBeReachedIsReadyAnyway() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		int port = server.getAddress().getPort();
		server.stop(0);
		run(port);
		new WarmUp(TestSigners.signer(), new MockEnvironment()).run(new DefaultApplicationArguments());
	}

	private void run(int port) {
		this.environment.setProperty("local.server.port", String.valueOf(port));
		new WarmUp(TestSigners.signer(), this.environment).run(new DefaultApplicationArguments());
	}

}
