package io.frontlineservice.sandbox.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.frontlineservice.server.AllowedHosts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The HTTP server of a pretend CRM, on loopback only. Records each request, and applies
 * the faults. Started by the vendors of the packages below. Thread-safe.
 */
public final class CrmServer implements AutoCloseable {

	/** How many requests are kept: the sandbox runs for days. */
	private static final int MOST_KEPT = 10_000;

	private static final AllowedHosts LOOPBACK = new AllowedHosts(List.of());

	private static final CrmReply FORBIDDEN = CrmReply.text(403, "text/plain", "Only for programs on this machine");

	private final PretendCrm crm;

	private final CrmFaults faults = new CrmFaults();

	private final Deque<CrmRequest> requests = new ArrayDeque<>();

	private final ExecutorService threads;

	private final HttpServer server;

	private CrmServer(PretendCrm crm, HttpServer server) {
		this.crm = crm;
		this.server = server;
		CustomizableThreadFactory factory = new CustomizableThreadFactory("pretend-crm-");
		factory.setDaemon(true);
		this.threads = Executors.newCachedThreadPool(factory);
	}

	/**
	 * Starts to listen.
	 * @param port 0 for any free port
	 */
	public static CrmServer start(PretendCrm crm, int port) {
		// Without this, each response waits about 40 ms for the acknowledgement of its
		// header.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
		try {
			HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			CrmServer server = new CrmServer(crm, http);
			http.setExecutor(server.threads);
			http.createContext("/", server::handle);
			startAsDaemon(http);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A thread of the server is a daemon if a daemon starts it: the JVM can end. */
	private static void startAsDaemon(HttpServer http) throws IOException {
		Thread starter = new Thread(http::start, "pretend-crm-start");
		starter.setDaemon(true);
		starter.start();
		try {
			starter.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while a pretend CRM started");
		}
	}

	/** Returns the URL of the CRM. */
	public URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/** Returns the faults, to switch them. */
	public CrmFaults faults() {
		return this.faults;
	}

	/** Returns the requests since the last {@link #forgetRequests}, the oldest first. */
	public List<CrmRequest> requests() {
		synchronized (this.requests) {
			return List.copyOf(this.requests);
		}
	}

	/** Forgets the requests so far. */
	public void forgetRequests() {
		synchronized (this.requests) {
			this.requests.clear();
		}
	}

	@Override
	public void close() {
		this.faults.clear();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			CrmRequest request = CrmRequest.read(exchange);
			CrmReply reply = isFromThisMachine(request) ? reply(request) : FORBIDDEN;
			if (reply != null) {
				reply.write(exchange);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether a program may have sent the request, and not a web site in a browser. */
	private static boolean isFromThisMachine(CrmRequest request) {
		String host = request.header("Host");
		return host != null && LOOPBACK.allowHost(host) && LOOPBACK.allowOrigin(request.header("Origin"));
	}

	/** Returns the reply; null to close the connection without one. */
	private @Nullable CrmReply reply(CrmRequest request) throws InterruptedException {
		record(request);
		Thread.sleep(this.faults.currentDelay().toMillis());
		this.faults.awaitEndOfSilence();
		if (this.faults.isOn(CrmFault.DEAD)) {
			return null;
		}
		if (this.faults.isOn(CrmFault.RATE_LIMITED)) {
			return this.crm.rateLimited();
		}
		CrmReply instead = this.faults.instead(request);
		return (instead != null) ? instead : this.crm.answer(request);
	}

	private void record(CrmRequest request) {
		synchronized (this.requests) {
			if (this.requests.size() >= MOST_KEPT) {
				this.requests.removeFirst();
			}
			this.requests.addLast(request);
		}
	}

}
