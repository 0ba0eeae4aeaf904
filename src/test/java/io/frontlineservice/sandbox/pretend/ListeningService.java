package io.frontlineservice.sandbox.pretend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.wire.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that records callbacks and answers them as a test requests. */
final class ListeningService implements AutoCloseable {

	static final String PUBLIC_URL = "https://fis.example.com";

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	ListeningService() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/** An account that signs for the public URL of this service. */
	static Account account() {
		return new Account(SignedRequest.ACCOUNT_SID, SignedRequest.TOKEN,
				(callback, form) -> SignedRequest.sign(PUBLIC_URL + callback.path(), form, SignedRequest.TOKEN));
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/** Sets the response to an event, or to a path. */
	void answers(String eventOrPath, int status, String body) {
		this.answers.put(eventOrPath, new Answer(status, body));
	}

	/** Lets an event wait for ever. */
	void hangsOn(String event) {
		answers(event, 0, "");
	}

	/** Delays the responses to an event until it has arrived that often. */
	void holds(String event, int times) {
		this.held.put(event, new CountDownLatch(times));
	}

	List<Received> received() {
		return List.copyOf(this.received);
	}

	/** The types of the events; the path of a callback without a type. */
	List<String> names() {
		return this.received.stream().map(Received::name).toList();
	}

	Received only(String name) {
		List<Received> found = this.received.stream().filter((it) -> it.name().equals(name)).toList();
		if (found.size() != 1) {
			throw new AssertionError(name + " came " + found.size() + " times");
		}
		return found.get(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Received request = new Received(exchange.getRequestURI().getPath(), Form.parse(body).joined(),
					exchange.getRequestHeaders().getFirst("X-Twilio-Signature"),
					exchange.getRequestHeaders().getFirst("X-Twilio-Webhooks-Signature-Settings"),
					exchange.getRequestHeaders().getFirst("Content-Type"));
			this.received.add(request);
			CountDownLatch hold = this.held.getOrDefault(request.name(), new CountDownLatch(0));
			hold.countDown();
			hold.await();
			Answer answer = this.answers.getOrDefault(request.name(), new Answer(200, ""));
			if (answer.status == 0) {
				this.closed.await();
				return;
			}
			byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status, (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	record Received(String path, Map<String, String> form, String signature, String settings, String contentType) {

		String name() {
			return this.form.getOrDefault("EventType", this.path);
		}

		String get(String parameter) {
			return this.form.get(parameter);
		}

	}

	private record Answer(int status, String body) {

	}

}
