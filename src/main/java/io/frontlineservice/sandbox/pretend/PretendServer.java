package io.frontlineservice.sandbox.pretend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a {@link PretendTwilio}, on loopback alone: hands the REST API and the
 * controls their requests. Thread-safe.
 */
final class PretendServer {

	private final HttpServer server;

	private PretendServer(HttpServer server) {
		this.server = server;
	}

	/**
	 * Listens.
	 * @param port 0 for any that is free
	 */
	static PretendServer start(int port, Executor threads, RestServer rest, Controls controls) {
		// Else each answer waits some 40 ms for an acknowledgement of its header.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			server.setExecutor(threads);
			server.createContext("/", (exchange) -> answer(exchange, rest, controls));
			server.start();
			return new PretendServer(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	void stop() {
		this.server.stop(0);
	}

	private static void answer(HttpExchange exchange, RestServer rest, Controls controls) throws IOException {
		try (exchange) {
			Reply reply = reply(exchange, rest, controls);
			if (reply != null) {
				reply.write(exchange);
			}
		}
	}

	private static @Nullable Reply reply(HttpExchange exchange, RestServer rest, Controls controls) throws IOException {
		try {
			Request request = Request.read(exchange);
			return request.path().startsWith("/pretend/") ? controls.answer(request) : rest.answer(request);
		}
		catch (RestProblem ex) {
			return ex.reply();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

}
