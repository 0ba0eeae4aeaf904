package io.frontlineservice.sandbox.pretend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontlineservice.sandbox.pretend.rest.RestServer;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import io.frontlineservice.sandbox.pretend.wire.TrafficPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executor;

/**
 * The HTTP server of a {@link PretendTwilio}, on loopback only. Passes requests to the
 * REST API and the controls. Thread-safe.
 */
final class PretendServer {

	private final HttpServer server;

	private PretendServer(HttpServer server) {
		this.server = server;
	}

	/**
	 * Starts to listen.
	 * @param port 0 for any free port
	 */
	static PretendServer start(int port, Executor threads, RestServer rest, Controls controls,
			TrafficPublisher traffic) {
		// Without this, each response waits about 40 ms for the acknowledgement of its
		// header.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			server.setExecutor(threads);
			server.createContext("/", (exchange) -> answer(exchange, rest, controls, traffic));
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

	private static void answer(HttpExchange exchange, RestServer rest, Controls controls, TrafficPublisher traffic)
			throws IOException {
		try (exchange) {
			try {
				answer(exchange, Request.read(exchange), rest, controls, traffic);
			}
			catch (RestException ex) {
				ex.reply().write(exchange);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static void answer(HttpExchange exchange, Request request, RestServer rest, Controls controls,
			TrafficPublisher traffic) throws IOException, InterruptedException {
		boolean isControl = request.path().startsWith("/pretend/");
		if (!request.isFromThisMachine() || (isControl && !request.isToLoopback())) {
			Reply.error(403, 20403, "Only programs on this machine may call the pretend Twilio").write(exchange);
			return;
		}
		traffic.call(Moment.CALL_RECEIVED, request, null);
		Reply reply = isControl ? controls.answer(request) : rest.answer(request);
		traffic.call(Moment.CALL_DONE, request, reply);
		if (reply != null) {
			reply.write(exchange);
			traffic.call(Moment.CALL_ANSWERED, request, reply);
		}
	}

}
