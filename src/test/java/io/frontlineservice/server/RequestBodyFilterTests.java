package io.frontlineservice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.web.ErrorResponse;

/** Request bodies and headers at Tomcat: their deadlines, sizes and shared memory. */
@Timeout(30)
class RequestBodyFilterTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(300);

	private static final int THREADS = 2;

	private static final int BUDGET = 300 * 1024;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ByteBudget budget = new ByteBudget(BUDGET);

	private final List<Socket> sockets = new ArrayList<>();

	private final List<WebServer> servers = new ArrayList<>();

	private WebServer server;

	@BeforeEach
	void startServer() {
		startServer(LONG, LONG);
	}

	/** With these deadlines for headers and for bodies. */
	private void startServer(Duration header, Duration body) {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
		new ServerConfiguration().deadlineProtocol().customize(factory);
		factory.addConnectorCustomizers((connector) -> {
			connector.setProperty("connectionTimeout", String.valueOf(header.toMillis()));
			connector.setProperty("maxThreads", String.valueOf(THREADS));
			connector.setProperty("minSpareThreads", "1");
		});
		this.server = factory.getWebServer((context) -> {
			context.addFilter("body",
					new RequestBodyFilter(body, this.budget, this.meters, (request, response, handler, failure) -> {
						response.setStatus(((ErrorResponse) failure).getStatusCode().value());
						return null;
					}))
				.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
			context.addServlet("echo", new Echo()).addMapping("/");
		});
		this.servers.add(this.server);
		this.server.start();
	}

	@AfterEach
	void stopServers() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.servers.forEach(WebServer::stop);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 8_191, 8_192, 8_193, 100_000 })
	void bodyArrivesWhole(int size) throws IOException {
		Socket socket = open(header(size) + "a".repeat(size));

		assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("/x?a=%7e " + size + " localhost");
	}

	@Test
	void bodyInPartsArrivesWhole() throws IOException {
		Socket socket = open(header(4) + "ab");
		awaitFirstPart(socket);
		write(socket, "cd");

		assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("/x?a=%7e 4 localhost");
	}

	@Test
	void chunksArriveWhole() throws IOException {
		Socket socket = open(header(0).replace("Content-Length: 0", "Transfer-Encoding: chunked") + "2\r\nab\r\n");
		awaitFirstPart(socket);
		write(socket, "2\r\ncd\r\n0\r\n\r\n");

		assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("/x?a=%7e 4 localhost");
	}

	@Test
	void callerThatExpects100ContinueGetsIt() throws IOException {
		Socket socket = open(header(4).replace("Connection: close", "Expect: 100-continue\r\nConnection: close"));
		byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
		write(socket, "abcd");

		assertThat(new String(interim, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100");
		assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("/x?a=%7e 4 localhost");
	}

	@ParameterizedTest
	@CsvSource({ "GET,HTTP/1.1", "HEAD,HTTP/1.1", "FOO,HTTP/1.1", "POST,HTTP/1.0", "GET,HTTP/1.0" })
	void bodyOfAnyMethodIsReceived(String method, String version) throws IOException {
		Socket socket = open(header(4).replace("POST", method).replace("HTTP/1.1", version) + "ab");
		awaitFirstPart(socket);
		write(socket, "cd");

		assertThat(answer(socket)).contains(" 200 ");
	}

	@Test
	void nextRequestOfAConnectionIsAnswered() throws IOException {
		Socket socket = open(header(4).replace("Connection: close\r\n", "") + "ab");
		awaitFirstPart(socket);
		write(socket, "cd" + header(2) + "ef");

		assertThat(answer(socket)).contains("/x?a=%7e 4 localhost").endsWith("/x?a=%7e 2 localhost");
	}

	@Test
	void slowBodyIsRefusedAfterItsTimeout() throws IOException {
		startServer(LONG, SHORT);
		Socket socket = open(header(1_000) + "a");

		assertThat(drip(socket)).startsWith("HTTP/1.1 408");
		assertThat(refused("408")).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST /x HTTP/1.1\r\nHost: a\r\nX-", "POS", "GET /x HTTP/1.1\r\n" })
	void slowHeaderEndsTheConnectionAfterItsTimeout(String start) throws IOException {
		startServer(SHORT, LONG);
		assertThat(drip(open(start))).isEmpty();
	}

	@Test
	void emptyLinesDoNotHoldAConnection() throws IOException {
		assertThat(answer(open("\r\n\r\n"))).isEmpty();
	}

	@Test
	void slowBodiesDoNotHoldThreads() throws IOException {
		startServer(LONG, SHORT);
		List<Socket> slow = new ArrayList<>();
		for (int i = 0; i < THREADS + 2; i++) {
			slow.add(open(header(1_000) + "a"));
		}

		assertThat(answer(open(header(2) + "ab"))).startsWith("HTTP/1.1 200");
		for (Socket socket : slow) {
			assertThat(answer(socket)).startsWith("HTTP/1.1 408");
		}
	}

	@Test
	void largeBodiesBeyondTheBudgetAreRefusedAndSmallOnesAccepted() throws IOException {
		Socket first = open(header(200_000) + "a".repeat(199_999));
		awaitTaken(190_000);
		Socket second = open(header(200_000));

		assertThat(answer(second)).startsWith("HTTP/1.1 503");
		assertThat(answer(open(header(8_192) + "a".repeat(8_192)))).startsWith("HTTP/1.1 200");
		write(first, "a");
		assertThat(answer(first)).startsWith("HTTP/1.1 200");
		assertThat(refused("503")).isOne();
		assertThat(this.budget.left()).isEqualTo(BUDGET);
	}

	@ParameterizedTest
	@CsvSource({ "Content-Length: 262145", "Transfer-Encoding: chunked" })
	void bodyBeyondTheMaximumSizeIsRefused(String length) throws IOException {
		Socket socket = open("POST /x HTTP/1.1\r\nHost: a\r\n" + length + "\r\n\r\n"
				+ (length.contains("chunked") ? "80000\r\n" + "a".repeat(262_145) : ""));

		assertThat(answer(socket)).startsWith("HTTP/1.1 413");
		assertThat(refused("413")).isOne();
		assertThat(this.budget.left()).isEqualTo(BUDGET);
	}

	@Test
	void disconnectedCallerReturnsItsMemory() throws IOException {
		Socket socket = open(header(200_000) + "a".repeat(180_000));
		awaitTaken(170_000);
		socket.close();

		while (this.budget.left() < BUDGET) {
			Thread.onSpinWait();
		}
	}

	@ParameterizedTest
	@CsvSource({ "frontline_service:8080,frontline_service", "_,_", "a..b,a..b", "[::1]:80,[::1]", "a:b,a", "é,Ã©" })
	void anyHostIsAnswered(String host, String name) throws IOException {
		Socket socket = open(header(0).replace("Host: localhost", "Host: " + host));

		assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("/x?a=%7e 0 " + name);
	}

	private double refused(String status) {
		return this.meters.get("frontline.bodies.refused").tag("status", status).counter().count();
	}

	private static String header(int length) {
		return "POST /x?a=%7e HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
				+ "\r\n\r\n";
	}

	private Socket open(String text) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.server.getPort());
		socket.setSoTimeout(10_000);
		socket.setTcpNoDelay(true);
		this.sockets.add(socket);
		write(socket, text);
		return socket;
	}

	private static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String answer(Socket socket) throws IOException {
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
	}

	/** Sends a byte every 100 ms until the server closes the connection. */
	private static String drip(Socket socket) throws IOException {
		socket.setSoTimeout(100);
		StringBuilder answer = new StringBuilder();
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (System.nanoTime() < end) {
			try {
				int read = socket.getInputStream().read();
				if (read < 0) {
					return answer.toString();
				}
				answer.append((char) read);
			}
			catch (java.net.SocketTimeoutException ex) {
				write(socket, "a");
			}
			catch (java.net.SocketException ex) {
				return answer.toString();
			}
		}
		throw new AssertionError("The server waits for ever");
	}

	/** Waits until another request is answered, so Tomcat has seen the first part. */
	private void awaitFirstPart(Socket socket) throws IOException {
		assertThat(socket.getInputStream().available()).isZero();
		assertThat(answer(open(header(0)))).startsWith("HTTP/1.1 200");
	}

	private void awaitTaken(long bytes) {
		while (this.budget.left() > BUDGET - bytes) {
			Thread.onSpinWait();
		}
	}

	/** Answers with the URI, the length of the body and the host of the request. */
	private static final class Echo extends HttpServlet {

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter()
				.print(request.getRequestURI() + "?" + request.getQueryString() + " "
						+ request.getInputStream().readAllBytes().length + " " + request.getServerName());
		}

	}

}
